import { type Batch, hasItemEnded } from '#shared/jobs/batch/batch.ts';
import type { BatchDeps } from '#shared/jobs/batch/batch-deps.ts';
import { cancelItems, queueAgain } from '#shared/jobs/batch/change-items.ts';
import { type Move, moveItem } from '#shared/jobs/batch/move-item.ts';
import { stopsTheBatch } from '#shared/jobs/batch/settle-item.ts';

/** What a person can order of a batch. Each changes it on disk and begins nothing. */

export async function pause(batch: Batch, { store }: BatchDeps): Promise<void> {
  if (batch.endedAtMs === null) await store.put({ ...batch, isPaused: true, pausedBy: null });
}

/** Goes on, also with the items that fell to the fault it was paused by. */
export async function resume(batch: Batch, deps: BatchDeps): Promise<void> {
  const failed = batch.pausedBy ? await deps.store.itemsIn(batch.id, 'failed') : [];
  await queueAgain(batch, failed.filter(stopsTheBatch), deps);
}

export async function retryFailed(batch: Batch, deps: BatchDeps): Promise<void> {
  await queueAgain(batch, await deps.store.itemsIn(batch.id, 'failed'), deps);
}

/** One that failed or was cancelled, once more. */
export async function retryItem(batch: Batch, index: number, deps: BatchDeps): Promise<void> {
  const item = await deps.store.item(batch.id, index);
  if (item?.state === 'failed' || item?.state === 'cancelled') await queueAgain(batch, [item], deps);
}

export async function cancelItem({ id }: Batch, index: number, deps: BatchDeps): Promise<void> {
  const item = await deps.store.item(id, index);
  if (item && !hasItemEnded(item)) await cancelItems([item], deps);
}

export async function cancelAll({ id }: Batch, deps: BatchDeps): Promise<void> {
  for (const state of ['waiting', 'starting', 'started'] as const)
    await cancelItems(await deps.store.itemsIn(id, state), deps);
}

/** Puts a waiting item elsewhere among those that wait. */
export async function move({ id }: Batch, index: number, to: Move, { store }: BatchDeps): Promise<void> {
  await store.putItems(moveItem(await store.itemsIn(id, 'waiting'), index, to));
}
