import { areaOf, inView } from './box.ts';
import type { Candidate } from './candidate.ts';
import { picturesOf } from './pictures-of.ts';
import { elementsIn, type Root } from './roots.ts';

/** Every picture under a root, in document order, also under overlays, in shadow roots and in own frames. */
export function findPictures(root: Root | Element = document): Candidate[] {
  const own = 'localName' in root ? [root] : [];
  return [...own, ...elementsIn(root)].flatMap(picturesOf);
}

/** The pictures whose boxes hold a point of the viewport, the smallest first: the one that was meant. */
export function picturesAt(xPx: number, yPx: number): Candidate[] {
  return findPictures()
    .filter(({ box }) => xPx >= box.left && xPx < box.right && yPx >= box.top && yPx < box.bottom)
    .sort((a, b) => areaOf(a.box) - areaOf(b.box));
}

/** The picture of which most is in view; `null` on a page that shows none. */
export function largestInView(candidates: readonly Candidate[]): Candidate | null {
  const seen = candidates.filter(({ kind, box }) => kind !== 'area' && areaOf(inView(box)) > 0);
  return seen.sort((a, b) => areaOf(inView(b.box)) - areaOf(inView(a.box)))[0] ?? null;
}
