export type Root = Document | ShadowRoot;

type DomApi = { openOrClosedShadowRoot(element: Element): ShadowRoot | null };

/** Chromium's way into closed shadow roots; in Firefox it is a property of every element. */
const dom = (globalThis as { chrome?: { dom?: DomApi } }).chrome?.dom;

/** The shadow root of an element, open or closed: extensions may look into both. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') return null;
  if (dom) return dom.openOrClosedShadowRoot(element);
  return (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? null;
}

/** The document in a frame of the page's own origin; `null` in any other. */
export function documentIn(element: Element): Document | null {
  try {
    return (element as HTMLIFrameElement).contentDocument ?? null;
  } catch {
    return null;
  }
}

/** Every element under a root, in document order, through shadow roots and frames of the page's own origin; nothing of ours. */
export function* elementsIn(root: Root | Element): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.localName.startsWith('restyle-')) continue;
    const inside = shadowRootOf(element) ?? documentIn(element);
    if (inside) yield* elementsIn(inside);
  }
}
