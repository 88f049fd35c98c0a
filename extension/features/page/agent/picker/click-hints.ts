import { documentIn, shadowRootOf } from '../candidates/roots.ts';

/** What the last right-click left behind on a page, and what the one-click script saw of it. */
export type ClickHints = {
  selected: Element | null;
  hovered: Element | null;
  clicked: { element: Element; atMs: number } | null;
};

/** The pages' scripts see none of this: it lies on the extension's own global. */
type Memory = { __restyleHints?: ClickHints; __restyleClicked?: ClickHints['clicked'] };
const memory = globalThis as Memory;

/** A click that was longer ago belongs to something else. */
const freshMs = 60_000;

/**
 * To be called before anything else: what lies under the pointer is told right only until the page is next
 * laid out, in which the menu is gone.
 */
export function rememberClick(): void {
  const hovered = deepestHovered(document);
  const selected = selectedIn(hovered?.ownerDocument ?? document);
  const seen = memory.__restyleClicked ?? null;
  const clicked = seen && Date.now() - seen.atMs < freshMs ? seen : null;
  memory.__restyleHints = { hovered, selected, clicked };
}

export function clickHints(): ClickHints {
  return memory.__restyleHints ?? { selected: null, hovered: null, clicked: null };
}

/** What the one-click script does in every page it was allowed in. */
export function watchClicks(): void {
  const remember = (event: Event) => {
    const [element] = event.composedPath();
    if (element instanceof Element) memory.__restyleClicked = { element, atMs: Date.now() };
  };
  addEventListener('contextmenu', remember, { capture: true, passive: true });
}

function deepestHovered(root: Document | ShadowRoot): Element | null {
  const hovered = [...root.querySelectorAll(':hover')].at(-1) ?? null;
  const inside = hovered && (shadowRootOf(hovered) ?? documentIn(hovered));
  return (inside && deepestHovered(inside)) ?? hovered;
}

/** A right-click on what can be selected puts the caret there. */
function selectedIn(document: Document): Element | null {
  const selection = document.getSelection();
  if (!selection?.isCollapsed || selection.rangeCount === 0) return null;
  const { startContainer, startOffset } = selection.getRangeAt(0);
  const node = startContainer.childNodes[startOffset] ?? startContainer;
  return node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
}
