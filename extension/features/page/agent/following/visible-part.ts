import { boxOf } from '../candidates/box.ts';
import { ancestorsOf, styleOf } from './ancestors.ts';

export type Edges = { left: number; top: number; right: number; bottom: number };

/** How an element leaves the boxes around it: not at all, as `absolute` or as `fixed` does. */
type Leaving = 'no' | 'absolute' | 'fixed';

const inTopLayer = ':modal, :popover-open, :fullscreen';

/**
 * The part of a box that the scrollers and frames of overflow around its element let through; `null` where
 * none is left. Boxes are of the viewport that the agent stands in. The window's own edge cuts nothing off: what is beyond it is out of sight by itself.
 */
export function visiblePart(element: Element, box: Edges): Edges | null {
  let part = edgesOf(box);
  let leaving = leavingOf(styleOf(element));
  if (element.matches(inTopLayer)) return part;
  for (const ancestor of ancestorsOf(element)) {
    const style = styleOf(ancestor);
    if (!isPassedBy(leaving, style)) {
      if (clips(ancestor, style)) part = common(part, innerEdges(ancestor));
      if (part.right - part.left < 1 || part.bottom - part.top < 1) return null;
      leaving = leavingOf(style);
    }
    if (ancestor.matches(inTopLayer)) return part;
  }
  return part;
}

function leavingOf({ position }: CSSStyleDeclaration): Leaving {
  return position === 'fixed' || position === 'absolute' ? position : 'no';
}

/** Whether an element that leaves so is not held, and so not clipped, by a box of this style. */
function isPassedBy(leaving: Leaving, style: CSSStyleDeclaration): boolean {
  if (leaving === 'no') return false;
  const holdsAll =
    style.transform !== 'none' ||
    style.filter !== 'none' ||
    /paint|layout|strict|content/.test(style.contain);
  return !holdsAll && (leaving === 'fixed' || style.position === 'static');
}

/** What the root and, through it, the body clip is the window itself. */
function clips(element: Element, { overflowX, overflowY, display }: CSSStyleDeclaration): boolean {
  if (element.localName === 'iframe') return true;
  if (element === element.ownerDocument.documentElement || display === 'contents') return false;
  if (element === element.ownerDocument.body) {
    const root = styleOf(element.ownerDocument.documentElement);
    if (root.overflowX === 'visible' && root.overflowY === 'visible') return false;
  }
  return overflowX !== 'visible' || overflowY !== 'visible';
}

/** Within the borders, as far as the element's scale makes them. */
function innerEdges(element: Element): Edges {
  const box = boxOf(element);
  const { offsetWidth = 0, offsetHeight = 0 } = element as HTMLElement;
  const [scaleX, scaleY] = [
    box.width / (offsetWidth || box.width),
    box.height / (offsetHeight || box.height),
  ];
  const left = box.left + element.clientLeft * scaleX;
  const top = box.top + element.clientTop * scaleY;
  // Inline boxes have no client size.
  const width = element.clientWidth * scaleX || box.width;
  const height = element.clientHeight * scaleY || box.height;
  return { left, top, right: left + width, bottom: top + height };
}

function common(a: Edges, b: Edges): Edges {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function edgesOf({ left, top, right, bottom }: Edges): Edges {
  return { left, top, right, bottom };
}
