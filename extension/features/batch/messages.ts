import type { Estimate } from '#shared/jobs/batch/batch-summary.ts';
import type { Move } from '#shared/jobs/batch/move-item.ts';
import type { BlobKey } from '#shared/ports.ts';
import type { Fills } from '#shared/presets/placeholders.ts';

/** What a person asks for from the studio, as the page showed it. */
export type BatchRequest = {
  /** The pictures in the tray that were shown: one that has come since was not asked for, nor is it paid for. */
  pictureIds: readonly number[];
  /** What one picture in one look was said to take and cost. */
  perItem: Estimate;
  /** `null` among them: what was typed, alone. */
  presetIds: readonly (string | null)[];
  prompt: string;
  /** What goes into the placeholders of presets and prompt. */
  fills: Fills;
  /** `null` draws a fresh one for every picture. */
  seed: number | null;
};

type OnBatch = (question: { batchId: string }) => void;
type OnItem = (question: { batchId: string; index: number }) => void;

export type BatchMessages = {
  /** Takes the pictures from the tray and begins; answers the batch's id, `null` when none of them is there any more. */
  'batch.start': (request: BatchRequest) => string | null;
  /** Puts a stored picture into the tray; false where it is no longer stored. */
  'batch.add': (question: { key: BlobKey; label: string }) => boolean;
  'batch.pause': OnBatch;
  'batch.resume': OnBatch;
  'batch.cancelAll': OnBatch;
  'batch.retryFailed': OnBatch;
  /** Takes an ended batch off the list; the pictures it made stay with their jobs. */
  'batch.remove': OnBatch;
  'batch.cancelItem': OnItem;
  'batch.retryItem': OnItem;
  'batch.move': (question: { batchId: string; index: number; move: Move }) => void;
  /** Takes up whatever was left lying; asked by a view that has waited long without news. */
  'batch.wake': (question: Record<string, never>) => void;
};
