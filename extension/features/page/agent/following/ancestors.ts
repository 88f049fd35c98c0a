/** The elements around one, from the inside out, as they are laid out: through slots and shadow roots. */
export function* ancestorsOf(element: Element): Generator<Element> {
  for (let next = parentOf(element); next; next = parentOf(next)) yield next;
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}

export function styleOf(element: Element): CSSStyleDeclaration {
  return (element.ownerDocument.defaultView ?? window).getComputedStyle(element);
}
