import type { ErrorText } from '#shared/i18n/error-text.ts';
import type { SizePx } from '#shared/images/fit.ts';

/** A job as a card shows it: every fact already in words. */
export type JobView = {
  /** Preset and picture, e.g. `Watercolour · coffee.png`. */
  title: string;
  thumbnailUrl: string | null;
  /** What it looks like so far, while it runs and the engine shows it. */
  previewUrl: string | null;
  resultUrl: string | null;
  /** Of the result, so that its place is kept until it is read; `null` while there is none. */
  resultSize: SizePx | null;
  /** What is happening or has happened: `Waiting for a free GPU, 2 before you`. */
  words: string;
  /** 0..1, `null` while nobody can say. */
  progressRatio: number | null;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  /** Words for the error of a failed job. */
  error: ErrorText | null;
  /** What else is worth knowing about it, as a sentence; `null` where there is nothing. */
  note?: string | null;
  /** What it cost, in words, `null` while unknown. */
  cost: string | null;
  /** What running it again will cost, in words; `null` where that is nothing, or unknown. */
  priceAgain: string | null;
  /** Whether its original is still there to begin with. */
  hasOriginal: boolean;
};

export type JobHandlers = {
  onCancel(): void;
  /** Large, with all that is known of it. */
  onOpen(): void;
  onDownload(): void;
  onCopy(): void;
  /** Hands the result to other apps; takes the place of copying where a device can do that. */
  onShare?: (() => void) | undefined;
  /** The one action of a job that failed or was cancelled. */
  onHelp(): void;
};
