import type { ItemState } from '#shared/jobs/batch/batch.ts';

/** A picture of a batch as its row shows it: every fact already in words. */
export type ItemView = {
  index: number;
  name: string;
  folder: string;
  look: string;
  state: ItemState;
  /** What is happening or has happened; of a failed one what and why. */
  words: string;
  /** Whether something is being done for it right now, with how far that is, 0..1; `null` while nobody can say. */
  isAtWork: boolean;
  progressRatio: number | null;
  pictureUrl: string | null;
  cost: string | null;
};

type OnItem = (index: number) => void;

export type ItemHandlers = {
  onMove(index: number, move: 'first' | 'up' | 'down' | { onto: number }): void;
  onCancel: OnItem;
  onRetry: OnItem;
  onOpen: OnItem;
  onDownload: OnItem;
};
