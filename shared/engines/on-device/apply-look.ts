import { chooseLook } from '#shared/engines/on-device/looks/choose-look.ts';
import { paintOver } from '#shared/engines/on-device/pixels/picture.ts';
import { createRandom } from '#shared/engines/on-device/pixels/random.ts';
import type { Pixels } from '#shared/images/pixel-codec.ts';

export type LookRequest = {
  /** A prompt or a preset's id: its words choose the look. */
  prompt: string;
  /** 0..1: how much of the look covers the picture. */
  strength: number;
  seed: number;
};

/** `applyLook`, wherever it is done. */
export type ApplyLook = (pixels: Pixels, request: LookRequest) => Pixels | Promise<Pixels>;

/** A picture in a sample look, at its own size. Same request, same pixels. Pure: runs anywhere. */
export function applyLook(pixels: Pixels, request: LookRequest): Pixels {
  const steps = lookInSteps(pixels, request);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps, for a thread that must not be held for long: the first is the long one, the others are rows. */
export function* lookInSteps(
  pixels: Pixels,
  { prompt, strength, seed }: LookRequest,
): Generator<void, Pixels> {
  const painting = chooseLook(prompt)(pixels, { random: createRandom(seed), prompt });
  yield;
  return yield* paintOver(pixels, painting, coverOf(strength));
}

/** Half-covered looks look like neither: most of the way is gone in the lower half of the slider. */
function coverOf(strength: number): number {
  return 1 - (1 - Math.min(1, Math.max(0, strength))) ** 3;
}
