import type { SizePx } from '#shared/images/fit.ts';

/** Every way to a picture's bytes, from the one that asks least of anybody to the last resort. */
export const captureRoutes = [
  /** The file, read by the page itself. */
  'page-fetch',
  /** The file, read by the extension with the right that the click gave. */
  'worker-fetch',
  /** The file, read by the extension because the person allowed its host. */
  'allowed-fetch',
  /** The same, with the page named as the one that asks. */
  'referred-fetch',
  /** The same, with the person's cookies for that host. */
  'signed-in-fetch',
  /** The pixels the page has decoded or drawn. */
  'page-pixels',
  /** The part of the tab that shows it. */
  'visible-tab',
] as const;

export type CaptureRoute = (typeof captureRoutes)[number];

/** Why a way did not lead to the picture. */
export const refusals = [
  'not-shared',
  'not-allowed',
  'no-answer',
  'refused',
  'too-slow',
  'too-large',
  'cut-short',
  'not-a-picture',
  'unsupported',
  'private',
  'blank',
  'out-of-view',
] as const;

export type Refusal = (typeof refusals)[number];

export type Attempt = { route: CaptureRoute; refusal: Refusal };

/** How a picture was obtained, kept with its job: what a person may want to know before using the result. */
export type Receipt = {
  route: CaptureRoute;
  widthPx: number;
  heightPx: number;
  /** What the page says the picture has, where that is more than was taken. */
  best?: SizePx | undefined;
  /** The page showed a smaller version of what was taken. */
  isLargerVersion?: boolean | undefined;
  /** Only what was in view could be taken. */
  isPartial?: boolean | undefined;
  /** The person cut it out of what was taken. */
  isCropped?: boolean | undefined;
  /** The picture moves: its first frame was taken. */
  isFirstFrame?: boolean | undefined;
  /** Ways that were tried before, in order; none that repeats itself. */
  tried: readonly Attempt[];
  /** The host that may hold a larger one, if it is allowed. */
  largerHost?: string | undefined;
};
