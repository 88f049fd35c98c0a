import type { CaptureRoute } from '#shared/capture/receipt.ts';

export type Mode = 'default' | 'everywhere';

export type BrowserName = 'chromium' | 'firefox';

/** What came of one page in one browser. */
export type Outcome = {
  name: string;
  browser: BrowserName;
  mode: Mode;
  /** Whether what had to come out did: the right picture, or a sentence where there is none. */
  isAsExpected: boolean;
  route: CaptureRoute | null;
  widthPx: number;
  heightPx: number;
  /** Share of the pixels that were to be had, 0..1; `null` where none were. */
  bestRatio: number | null;
  /** Whether a person had to allow a host. */
  hasAsked: boolean;
  /** What the person reads: how it was taken, or why it was not. */
  words: string;
};
