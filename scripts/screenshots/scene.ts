import type { Page } from 'playwright-core';
import type { Stage } from './stage.ts';

/** A state of a surface that is worth looking at. */
export type Scene = {
  /** The pictures' file names begin with it. */
  name: string;
  /** CSS pixels; one picture each, in either colour scheme. */
  widthsPx: readonly number[];
  heightPx: number;
  /** Everything down to the page's end, as if the window were that tall. */
  wholePage?: true;
  /** Brings the surface into the state. The page is closed after the pictures. */
  open(stage: Stage): Promise<Page>;
};

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];
