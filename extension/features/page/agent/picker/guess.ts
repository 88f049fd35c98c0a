import { areaOf, boxOf } from '../candidates/box.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { largestInView } from '../candidates/find-pictures.ts';
import { ancestorsOf } from '../following/ancestors.ts';
import { isCovered } from '../following/is-covered.ts';
import type { ClickHints } from './click-hints.ts';

/**
 * The picture that was probably meant. The element that was clicked is known in Firefox and to the
 * one-click script; else by what the click left selected, by what is under the pointer, by size.
 */
export function guess(
  candidates: readonly Candidate[],
  { clicked, selected, hovered }: ClickHints,
  target: Element | null,
): Candidate | null {
  const seen = uncovered(candidates);
  for (const element of [target, clicked?.element ?? null, selected, hovered]) {
    const found = element && (pictureAt(element, seen) ?? pictureAt(element, candidates));
    if (found) return found;
  }
  return largestInView(seen) ?? largestInView(candidates);
}

/** The picture that was clicked, where the element that was is known; rather one that is seen than one that lies below. */
export function clickedAt(element: Element, candidates: readonly Candidate[]): Candidate | null {
  return pictureAt(element, uncovered(candidates)) ?? pictureAt(element, candidates);
}

/** A gallery below its lightbox is not meant. */
function uncovered(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ element, box }) => !isCovered(element, box));
}

/** The picture that an element is, holds, covers, or lies in. */
function pictureAt(element: Element, candidates: readonly Candidate[]): Candidate | null {
  if (!element.isConnected || element === element.ownerDocument.documentElement) return null;
  const own = candidates.find((each) => each.element === element);
  if (own) return own;
  const within = candidates.filter((each) => element.contains(each.element));
  if (within.length > 0) return [...within].sort((a, b) => areaOf(b.box) - areaOf(a.box))[0] ?? null;
  return underneath(element, candidates) ?? around(element, candidates);
}

/** What has the element's middle in its box, and no more to do with it than that one lies over the other. */
function underneath(element: Element, candidates: readonly Candidate[]): Candidate | null {
  const { left, top, width, height } = boxOf(element);
  const [x, y] = [left + width / 2, top + height / 2];
  const held = candidates.filter(
    ({ element: each, box }) =>
      !each.contains(element) && x >= box.left && x < box.right && y >= box.top && y < box.bottom,
  );
  return held.sort((a, b) => areaOf(a.box) - areaOf(b.box))[0] ?? null;
}

function around(element: Element, candidates: readonly Candidate[]): Candidate | null {
  for (const ancestor of ancestorsOf(element)) {
    const found = candidates.find((each) => each.element === ancestor);
    if (found) return found;
  }
  return null;
}
