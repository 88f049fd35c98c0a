import { frameOf } from '../candidates/box.ts';

/**
 * The elements around one, from the inside out, as they are laid out: through slots, shadow roots and frames,
 * as far as the agent's own document.
 */
export function* ancestorsOf(element: Element): Generator<Element> {
  for (let next = parentOf(element); next; next = parentOf(next)) yield next;
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : frameOf(element);
}

export function styleOf(element: Element): CSSStyleDeclaration {
  return (element.ownerDocument.defaultView ?? window).getComputedStyle(element);
}
