import type { Batch } from '#shared/jobs/batch/batch.ts';
import type { BatchStore } from '#shared/jobs/batch/batch-store.ts';
import type { Gate } from '#shared/jobs/batch/gate.ts';
import type { JobJournal } from '#shared/jobs/journal.ts';
import type { JobRunner } from '#shared/jobs/runner.ts';
import type { Clock, Ids } from '#shared/ports.ts';

/** What batches are driven with. */
export type BatchDeps = {
  store: BatchStore;
  journal: Pick<JobJournal, 'get'>;
  runner: Pick<JobRunner, 'start' | 'retry' | 'cancel' | 'inHand'>;
  gate: Gate;
  /** How many may be paid for at once, of all batches together. */
  slots: () => Promise<number>;
  clock: Clock;
  ids: Ids;
  /** `index` is `null` when the batch itself has changed, or many of its items. */
  onChange?: (batchId: string, index: number | null) => void;
  /** A batch has ended, or was stopped by a fault that every item would meet (`pausedBy`). */
  onRest?: (batch: Batch) => void;
};
