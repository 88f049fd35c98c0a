import type { PictureFacts } from '../../messages.ts';
import { pageOrigin } from '../page-origin.ts';
import { areaOf, inView } from './box.ts';
import type { Candidate } from './candidate.ts';

/** Longer ones are `data:`, which nobody but the agent needs in full. */
const maxAddressLength = 4096;

/** A candidate as the background needs to know it; addresses in the order of `addressesOf`. */
export function factsOf(candidate: Candidate | null, pictureUrl: string): PictureFacts {
  const guessesFrom = candidate?.urls.length ?? 1;
  const addresses = addressesOf(candidate, pictureUrl).map((url, index) => ({
    url: url.length > maxAddressLength ? url.slice(0, 20) : url,
    isGuess: index >= guessesFrom,
  }));
  const { box, kind, naturalWidthPx: widthPx, naturalHeightPx: heightPx } = candidate ?? unknown;
  const seenAreaPx = areaOf(inView(box)) * devicePixelRatio ** 2;
  const isDrawn = kind === 'canvas' || kind === 'video' || kind === 'drawing';
  return { pageOrigin, addresses, widthPx, heightPx, seenAreaPx, isDrawn };
}

/** Where a candidate may be read; the clicked address where the page no longer has its picture. */
export function addressesOf(candidate: Candidate | null, pictureUrl: string): readonly string[] {
  return candidate ? [...candidate.urls, ...candidate.largerUrls] : [pictureUrl].filter(Boolean);
}

const unknown = { box: new DOMRect(), kind: 'image', naturalWidthPx: 0, naturalHeightPx: 0 } as const;
