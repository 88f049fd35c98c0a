import type { Painting } from '#shared/engines/on-device/pixels/picture.ts';
import type { Random } from '#shared/engines/on-device/pixels/random.ts';
import type { Pixels } from '#shared/images/pixel-codec.ts';

export type LookContext = {
  /** Decides grain, strokes, paper and the like. */
  random: Random;
  prompt: string;
};

/** Draws a picture anew, at the same size. Same picture, same context: same result. */
export type Look = (source: Pixels, context: LookContext) => Painting;
