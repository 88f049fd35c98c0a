import { hasSameShape, lookSize, looksAlike } from '#shared/capture/same-picture.ts';
import type { PictureFacts } from '../messages.ts';
import { readAddress, type Scene, type Taken } from './read-address.ts';
import { createTrail } from './trail.ts';

/** Pixels more by which another file is worth having. */
const worthRatio = 1.1;

/**
 * The largest of what the page links to or names beside a picture, if it is the same picture; `null` where
 * nothing is larger. What comes of guesses is not noted: nobody was promised anything.
 */
export async function largerVersion(scene: Scene, taken: Taken | null): Promise<Taken | null> {
  const { addresses } = scene.facts;
  const guesses = addresses.flatMap(({ isGuess }, index) => (isGuess ? [index] : []));
  let best: Taken | null = null;
  for (const index of guesses) {
    const guess = await readAddress({ ...scene, trail: createTrail() }, index);
    if (guess && (await isLarger(guess, best ?? taken, scene.facts))) best = guess;
  }
  return best;
}

/** Without the picture's own file there is only its shape on the page to compare with. */
async function isLarger(guess: Taken, taken: Taken | null, facts: PictureFacts): Promise<boolean> {
  const known = taken?.header ?? facts;
  if (areaOf(guess.header) < areaOf(known) * worthRatio || areaOf(known) === 0) return false;
  if (!hasSameShape(guess.header, known)) return false;
  return taken === null || looksAlike(await lookOf(guess), await lookOf(taken));
}

function areaOf({ widthPx, heightPx }: { widthPx: number; heightPx: number }): number {
  return widthPx * heightPx;
}

async function lookOf({ source }: Taken): Promise<Uint8ClampedArray> {
  const { widthPx: resizeWidth, heightPx: resizeHeight } = lookSize;
  const blob = new Blob([source.bytes], { type: source.mimeType });
  const small = await createImageBitmap(blob, { resizeWidth, resizeHeight, resizeQuality: 'high' });
  const context = new OffscreenCanvas(resizeWidth, resizeHeight).getContext('2d');
  context?.drawImage(small, 0, 0);
  small.close();
  return context?.getImageData(0, 0, resizeWidth, resizeHeight).data ?? new Uint8ClampedArray();
}
