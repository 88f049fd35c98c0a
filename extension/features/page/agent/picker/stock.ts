import { areaOf, boxOf } from '../candidates/box.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { findPictures } from '../candidates/find-pictures.ts';
import { type LargePicture, largePictures } from './large-pictures.ts';

/** Pictures smaller than this on the page are buttons and ornaments. */
const minSidePx = 32;
const freshMs = 1_000;

export type Stock = ReturnType<typeof createStock>;

/** The pictures of the page, looked for again when what is known has aged: pages load as they are scrolled. */
export function createStock() {
  let candidates: readonly Candidate[] = [];
  let foundAtMs = Number.NEGATIVE_INFINITY;

  function fresh(): readonly Candidate[] {
    if (performance.now() - foundAtMs < freshMs) return candidates;
    candidates = findPictures().filter(isWorthPicking);
    foundAtMs = performance.now();
    return candidates;
  }

  const indexOf = (wanted: Candidate | null) => fresh().findIndex((each) => isSame(each, wanted));
  return {
    all: fresh,
    indexOf,
    large: (): LargePicture[] => largePictures(fresh()),

    /** Of the pictures under a point the smallest: the one that was meant. */
    at(xPx: number, yPx: number): Candidate | null {
      const under = fresh().filter(({ element }) => holds(boxOf(element), xPx, yPx));
      return under.sort((a, b) => areaOf(boxOf(a.element)) - areaOf(boxOf(b.element)))[0] ?? null;
    },

    /** The next one in the page's order, round and round. */
    after(current: Candidate | null, step: 1 | -1): Candidate | null {
      const all = fresh();
      return all.at((indexOf(current) + step + all.length) % all.length) ?? null;
    },
  };
}

function isWorthPicking({ element, box }: Candidate): boolean {
  return box.width >= minSidePx && box.height >= minSidePx && !element.localName.startsWith('restyle-');
}

function holds({ left, top, right, bottom }: DOMRect, xPx: number, yPx: number): boolean {
  return xPx >= left && xPx < right && yPx >= top && yPx < bottom;
}

function isSame(a: Candidate, b: Candidate | null): boolean {
  return a.element === b?.element && a.kind === b.kind && a.urls[0] === b.urls[0];
}
