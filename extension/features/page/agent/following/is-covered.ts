import { boxOf, frameOf } from '../candidates/box.ts';
import { ancestorsOf, styleOf } from './ancestors.ts';
import type { Edges } from './visible-part.ts';

/** Where it is looked, as shares of the visible part: its middle and four points around it. */
const looks = [
  [0.5, 0.5],
  [0.2, 0.2],
  [0.8, 0.2],
  [0.2, 0.8],
  [0.8, 0.8],
] as const;

/** Elements of ours: overlays and the picker. */
const ownPrefix = 'restyle-';

const opaqueTags = new Set(['img', 'video', 'canvas', 'iframe', 'embed', 'object']);

/**
 * Whether something that cannot be seen through lies over all of a picture. Links and gradients that pages
 * lay over pictures can be; a dialog, a menu or a banner cannot.
 */
export function isCovered(picture: Element, part: Edges): boolean {
  // An area drawn by hand is of what lay there, whatever that was.
  if (picture.localName.startsWith(ownPrefix)) return false;
  const inside = looks
    .map(
      ([x, y]) =>
        [part.left + x * (part.right - part.left), part.top + y * (part.bottom - part.top)] as const,
    )
    .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  if (inside.length === 0) return false;
  const around = new Set<Element>([picture, ...ancestorsOf(picture)]);
  return inside.every(([x, y]) => isCoveredAt(x, y, around, picture));
}

/** In its own document, or with the frame that it is in. The point is of the agent's viewport. */
function isCoveredAt(x: number, y: number, around: Set<Element>, picture: Element): boolean {
  const root = picture.getRootNode() as Document | ShadowRoot;
  const [own, ofAgent] = [picture.getBoundingClientRect(), boxOf(picture)];
  for (const element of root.elementsFromPoint(x - ofAgent.x + own.x, y - ofAgent.y + own.y)) {
    if (element.localName.startsWith(ownPrefix)) continue;
    // From here on everything lies behind the picture; what is inside it belongs to it.
    if (around.has(element)) break;
    if (picture.contains(element)) continue;
    if (isOpaque(element)) return true;
  }
  const frame = frameOf(picture);
  return frame !== null && isCoveredAt(x, y, around, frame);
}

function isOpaque(element: Element): boolean {
  const style = styleOf(element);
  if (Number(style.opacity) < 0.5) return false;
  if (opaqueTags.has(element.localName)) return true;
  return style.backgroundImage.includes('url(') || alphaOf(style.backgroundColor) > 0.5;
}

/** As computed styles write colours: `rgb(…)`, `rgba(…, 0.5)`, `oklch(… / 0.5)`. */
function alphaOf(color: string): number {
  const alpha = /(?:^rgba.*,|\/)\s*([\d.]+)\)$/.exec(color)?.[1];
  return alpha === undefined ? 1 : Number(alpha);
}
