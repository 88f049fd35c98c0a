import type { Batch, BatchItem } from '#shared/jobs/batch/batch.ts';
import type { BatchDeps } from '#shared/jobs/batch/batch-deps.ts';
import { isFinished, type Job } from '#shared/jobs/job.ts';
import type { JobRequest } from '#shared/jobs/job-request.ts';

/** Names the job an item will become. On disk before that job exists, so that no later life names another. */
export async function nameJob(item: BatchItem, deps: BatchDeps): Promise<BatchItem> {
  const earlier = item.jobId === null ? null : await deps.journal.get(item.jobId);
  const named: BatchItem = {
    ...item,
    state: 'starting',
    jobId: earlier?.id ?? deps.ids.uuid(),
    continuesFromMs: earlier?.updatedAtMs ?? null,
  };
  await deps.store.putItems([named]);
  return named;
}

/**
 * Starts the job an item has named, or goes on with it; asked again after a crash, it finds out which of the
 * two has happened and does the rest. A job that has been started is never started a second time.
 */
export async function beginItem(item: BatchItem, deps: BatchDeps): Promise<void> {
  const { store, journal, runner } = deps;
  const batch = await store.get(item.batchId);
  if (!batch || item.jobId === null) return;
  const job = await journal.get(item.jobId);
  if (!job || !isFinished(job)) await runner.start(requestFor(item, item.jobId, batch));
  else if (job.updatedAtMs === item.continuesFromMs) await runner.retry(job.id);
  await store.putItems([{ ...item, state: 'started' }]);
  deps.onChange?.(item.batchId, item.index);
}

/** Hands a job back to the runner that only the journal knows of. */
export async function takeUp(item: BatchItem, job: Job, deps: BatchDeps): Promise<void> {
  const batch = await deps.store.get(item.batchId);
  if (batch) await deps.runner.start(requestFor(item, job.id, batch));
}

function requestFor(
  { picture, look, seed, batchId, index }: BatchItem,
  id: string,
  batch: Batch,
): JobRequest {
  const chosen = batch.looks[look];
  if (!chosen) throw new Error(`Batch ${batchId} has no look ${look}`);
  const { recipe, name: lookName } = chosen;
  const { sourceKey, widthPx, heightPx, name, captureRoute } = picture;
  return {
    id,
    source: { key: sourceKey, widthPx, heightPx },
    recipe: { ...recipe, seed },
    context: {
      label: name,
      captureRoute,
      surface: 'studio',
      batchId,
      itemId: String(index),
      ...(recipe.presetId !== null && { presetName: lookName }),
    },
  };
}
