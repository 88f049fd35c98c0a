/** A declaration that no style sheet of the page overrides. */
export function inlineStyle(declarations: Readonly<Record<string, string>>): string {
  return Object.entries({ all: 'initial', ...declarations })
    .map(([property, value]) => `${property}:${value}!important`)
    .join(';');
}

/** An element above everything else of a document, with a shadow root that only its maker can enter. */
export type Layer = { host: HTMLElement; root: ShadowRoot; raise(): void; remove(): void };

/**
 * Puts an element of ours into the browser's top layer. In a dialog of the page it has to stand inside:
 * all that is outside an open one cannot be clicked.
 */
export function createLayer(name: string, beside: Element | null): Layer {
  // By its namespace: pictures and feeds that are opened as documents have another one.
  const host = document.createElementNS('http://www.w3.org/1999/xhtml', name) as HTMLElement;
  const root = host.attachShadow({ mode: 'closed' });
  host.setAttribute('popover', 'manual');
  (beside?.closest('dialog') ?? document.documentElement).append(host);
  const raise = () => {
    if (!host.isConnected) return;
    if (host.matches(':popover-open')) host.hidePopover();
    host.showPopover();
  };
  raise();
  // What goes into the top layer later lies above what is there already.
  document.addEventListener('fullscreenchange', raise);
  return {
    host,
    root,
    raise,
    remove() {
      document.removeEventListener('fullscreenchange', raise);
      host.remove();
    },
  };
}
