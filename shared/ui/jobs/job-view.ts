import type { ErrorAction, ErrorText } from '#shared/i18n/en/errors.ts';

/** A job as a card shows it: every fact already in words. */
export type JobView = {
  id: string;
  /** Preset and picture, e.g. `Watercolour · coffee.png`. */
  title: string;
  thumbnailUrl: string | null;
  /** What it looks like so far, while it runs and the engine shows it. */
  previewUrl: string | null;
  resultUrl: string | null;
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

type OnJob = (jobId: string) => void;

export type JobHandlers = {
  onCancel: OnJob;
  onRetry: OnJob;
  onOpen: OnJob;
  onDownload: OnJob;
  onCleanCopy?: OnJob;
  onCopy: OnJob;
  onDismiss: OnJob;
  /** Another picture by the same recipe, with another seed. */
  onVary: OnJob;
  /** Opens the panel with the original and the recipe, to be changed. */
  onStartOver: OnJob;
  /** The helping button of a failed job, when it is another than running again. */
  onErrorAction(jobId: string, action: ErrorAction): void;
};
