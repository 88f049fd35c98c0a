import type { Batch } from '#shared/jobs/batch/batch.ts';
import type { BatchDeps } from '#shared/jobs/batch/batch-deps.ts';
import { putAll } from '#shared/jobs/batch/change-items.ts';
import { createInTurn } from '#shared/jobs/batch/in-turn.ts';
import type { Move } from '#shared/jobs/batch/move-item.ts';
import { type BatchWishes, newBatch } from '#shared/jobs/batch/new-batch.ts';
import * as orders from '#shared/jobs/batch/orders.ts';
import { stepBatches } from '#shared/jobs/batch/step-batches.ts';
import { isFinished, type Job } from '#shared/jobs/job.ts';

export type BatchRunner = ReturnType<typeof createBatchRunner>;

/**
 * Drives batches through the one job runner: an item becomes a job when its turn comes. It is the only one
 * that changes batches, one change after the other. `wake` may be called at any time: it takes up what an
 * earlier life left, and does what is to be done now.
 */
export function createBatchRunner(deps: BatchDeps) {
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

    pause: (batchId: string) => change(batchId, (batch) => orders.pause(batch, deps)),
    resume: (batchId: string) => change(batchId, (batch) => orders.resume(batch, deps)),
    retryFailed: (batchId: string) => change(batchId, (batch) => orders.retryFailed(batch, deps)),
    retryItem: (batchId: string, index: number) =>
      change(batchId, (batch) => orders.retryItem(batch, index, deps)),
    cancelItem: (batchId: string, index: number) =>
      change(batchId, (batch) => orders.cancelItem(batch, index, deps)),
    cancelAll: (batchId: string) => change(batchId, (batch) => orders.cancelAll(batch, deps)),
    move: (batchId: string, index: number, to: Move) =>
      change(batchId, (batch) => orders.move(batch, index, to, deps)),

    /** To be told of every change of every job. */
    onJobChange(job: Job): void {
      if (isFinished(job) || job.stage.name === 'collecting') void wake();
    },
  };
}
