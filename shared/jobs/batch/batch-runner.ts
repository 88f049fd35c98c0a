import { type Batch, hasItemEnded } from '#shared/jobs/batch/batch.ts';
import type { BatchStore } from '#shared/jobs/batch/batch-store.ts';
import { cancelItems, putAll, queueAgain } from '#shared/jobs/batch/change-items.ts';
import type { Gate } from '#shared/jobs/batch/gate.ts';
import { createInTurn } from '#shared/jobs/batch/in-turn.ts';
import { type Move, moveItem } from '#shared/jobs/batch/move-item.ts';
import { type BatchWishes, newBatch } from '#shared/jobs/batch/new-batch.ts';
import { stopsTheBatch } from '#shared/jobs/batch/settle-item.ts';
import { stepBatches } from '#shared/jobs/batch/step-batches.ts';
import { isFinished, type Job } from '#shared/jobs/job.ts';
import type { JobJournal } from '#shared/jobs/journal.ts';
import type { JobRunner } from '#shared/jobs/runner.ts';
import type { Clock, Ids } from '#shared/ports.ts';

export type BatchRunnerDeps = {
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

export type BatchRunner = ReturnType<typeof createBatchRunner>;

/**
 * Drives batches through the one job runner: an item becomes a job when its turn comes. It is the only one
 * that changes batches, one change after the other. `wake` may be called at any time: it takes up what an
 * earlier life left, and does what is to be done now.
 */
export function createBatchRunner(deps: BatchRunnerDeps) {
  const { store } = deps;
  const inTurn = createInTurn();
  let isWoken = false;

  /** Asked for ten times while it is busy, it looks once more. */
  async function wake(): Promise<void> {
    if (isWoken) return;
    isWoken = true;
    await inTurn(async () => {
      isWoken = false;
      await stepBatches(deps);
    });
  }

  async function change(batchId: string, work: (batch: Batch) => Promise<void>): Promise<void> {
    await inTurn(async () => {
      const batch = await store.get(batchId);
      if (batch) await work(batch);
    });
    deps.onChange?.(batchId, null);
    await wake();
  }

  return {
    wake,

    /** Writes a batch down and begins it; answers its id. */
    async start(wishes: BatchWishes): Promise<string> {
      const { batch, items } = newBatch(wishes, deps);
      await inTurn(async () => {
        // The items first: a batch without them would be over at once.
        await putAll(items, deps);
        await store.put(batch);
      });
      deps.onChange?.(batch.id, null);
      void wake();
      return batch.id;
    },

    pause: (batchId: string) =>
      change(batchId, async (batch) => {
        if (batch.endedAtMs === null) await store.put({ ...batch, isPaused: true, pausedBy: null });
      }),

    /** Goes on, also with the items that fell to the fault it was paused by. */
    resume: (batchId: string) =>
      change(batchId, async (batch) => {
        const failed = batch.pausedBy ? await store.itemsIn(batchId, 'failed') : [];
        await queueAgain(batch, failed.filter(stopsTheBatch), deps);
      }),

    retryFailed: (batchId: string) =>
      change(batchId, async (batch) => queueAgain(batch, await store.itemsIn(batchId, 'failed'), deps)),

    /** One that failed or was cancelled, once more. */
    retryItem: (batchId: string, index: number) =>
      change(batchId, async (batch) => {
        const item = await store.item(batchId, index);
        if (item?.state === 'failed' || item?.state === 'cancelled') await queueAgain(batch, [item], deps);
      }),

    cancelItem: (batchId: string, index: number) =>
      change(batchId, async () => {
        const item = await store.item(batchId, index);
        if (item && !hasItemEnded(item)) await cancelItems([item], deps);
      }),

    cancelAll: (batchId: string) =>
      change(batchId, async () => {
        await cancelItems(await store.itemsIn(batchId, 'waiting'), deps);
        await cancelItems(await store.itemsIn(batchId, 'starting'), deps);
        await cancelItems(await store.itemsIn(batchId, 'started'), deps);
      }),

    move: (batchId: string, index: number, move: Move) =>
      change(batchId, async () => {
        await store.putItems(moveItem(await store.itemsIn(batchId, 'waiting'), index, move));
      }),

    /** To be told of every change of every job. */
    onJobChange(job: Job): void {
      if (isFinished(job) || job.stage.name === 'collecting') void wake();
    },
  };
}
