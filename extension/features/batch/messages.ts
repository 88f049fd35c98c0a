import type { Move } from '#shared/jobs/batch/move-item.ts';
import type { BlobKey } from '#shared/ports.ts';
import type { Fills } from '#shared/presets/placeholders.ts';

/** What a person asks for from the studio. The pictures are those of the tray. */
export type BatchRequest = {
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
  /** Takes the tray and begins; answers the batch's id, `null` when there was nothing to take. */
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
