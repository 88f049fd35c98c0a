import type { Picture } from '../pixels/picture.ts';
import type { Random } from '../pixels/random.ts';

/** What decides a look besides the picture. */
type LookContext = {
  /** The run's seed as a stream of numbers: grain, texture and tint come from here. */
  random: Random;
  prompt: string;
};

/** Redraws a whole picture in one manner; answers a new one of the same size. */
export type Look = (source: Picture, context: LookContext) => Picture;
