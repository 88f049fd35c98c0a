import type { Batch, BatchItem } from '#shared/jobs/batch/batch.ts';
import type { BatchDeps } from '#shared/jobs/batch/batch-deps.ts';
import { beginItem } from '#shared/jobs/batch/begin-item.ts';
import { queuedAgain } from '#shared/jobs/batch/settle-item.ts';

/** Written at once when many items change, so that memory and disk stay calm. */
const chunk = 200;

export async function putAll(items: readonly BatchItem[], { store }: BatchDeps): Promise<void> {
  for (let at = 0; at < items.length; at += chunk) await store.putItems(items.slice(at, at + chunk));
}

/** Ended items back in the queue, and their batch going. */
export async function queueAgain(batch: Batch, items: readonly BatchItem[], deps: BatchDeps): Promise<void> {
  await putAll(items.map(queuedAgain), deps);
  const endedAtMs = items.length > 0 ? null : batch.endedAtMs;
  await deps.store.put({ ...batch, isPaused: false, pausedBy: null, endedAtMs });
}

/** What waits ends here; what is on its way ends when its job does. */
export async function cancelItems(items: readonly BatchItem[], deps: BatchDeps): Promise<void> {
  const endedAtMs = deps.clock.nowMs();
  const waiting = items.filter(({ state }) => state === 'waiting');
  await putAll(
    waiting.map((item) => ({ ...item, state: 'cancelled', endedAtMs })),
    deps,
  );
  for (const item of items) {
    if (item.state === 'waiting' || item.jobId === null) continue;
    // A job that an earlier life named but never wrote down has to exist to be cancelled.
    if (item.state === 'starting') await beginItem(item, deps);
    await deps.runner.cancel(item.jobId);
  }
}
