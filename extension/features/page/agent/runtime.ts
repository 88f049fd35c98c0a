type Runtime = {
  /** Gone once the extension has been updated or removed under a running page. */
  id: string | undefined;
  onMessage: {
    addListener(
      listener: (message: never, sender: unknown, reply: (value: unknown) => void) => boolean,
    ): void;
  };
};

type Host = { runtime: Runtime; menus?: { getTargetElement(targetElementId: number): Element | null } };

/** The browser's own namespace: injected scripts carry no polyfill. */
const scope = globalThis as unknown as { browser?: Host; chrome?: Host };
const host = scope.browser?.runtime ? scope.browser : scope.chrome;

if (!host) throw new Error('This script runs in pages, put there by the extension');

export const runtime: Runtime = host.runtime;

/** The element a menu was opened on, where the browser tells it: Firefox does, by a number of the click. */
export function elementOfClick(targetElementId: number | null): Element | null {
  return targetElementId === null ? null : (host?.menus?.getTargetElement(targetElementId) ?? null);
}
