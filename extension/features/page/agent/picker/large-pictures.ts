import type { Candidate } from '../candidates/candidate.ts';

/** Of the file where the page knows it, else on the page. */
const largeFilePx = 200;
const largeBoxPx = 140;

/** A picture of a page, and how often the page shows it. */
export type LargePicture = { candidate: Candidate; count: number };

/** The pictures worth restyling together: large ones, each once however often the page shows it. */
export function largePictures(candidates: readonly Candidate[]): LargePicture[] {
  const found = new Map<unknown, LargePicture>();
  for (const candidate of candidates.filter(isLarge)) {
    const key = candidate.urls[0] ?? candidate.element;
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { candidate, count: 1 });
  }
  return [...found.values()];
}

function isLarge({ kind, naturalWidthPx, naturalHeightPx, box }: Candidate): boolean {
  if (kind === 'area') return false;
  const isShownLarge = box.width >= largeBoxPx && box.height >= largeBoxPx;
  if (naturalWidthPx === 0 || naturalHeightPx === 0) return isShownLarge;
  return naturalWidthPx >= largeFilePx && naturalHeightPx >= largeFilePx && box.width >= 48;
}
