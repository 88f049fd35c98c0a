import type { BatchItem } from '#shared/jobs/batch/batch.ts';
import type { Stage } from '#shared/jobs/job.ts';
import { loadLastPicture } from '../../platform/last-picture.ts';
import type { Services } from '../../platform/services.ts';
import { tellBatchChanged } from './changes.ts';

/**
 * Takes an ended batch off the list. Its jobs stay with what they have made; pictures that never became one,
 * and small copies, go where nobody else shows them.
 */
export async function forgetBatch(batchId: string, services: Services): Promise<void> {
  const { batches, blobs } = services;
  const batch = await batches.get(batchId);
  if (!batch || batch.endedAtMs === null) return;
  const items = await batches.items(batchId);
  await batches.delete(batchId);
  for (const key of new Set(await leftOver(items, services))) {
    if (!(await batches.hasPicture(key))) await blobs.delete(key);
  }
  tellBatchChanged({ batchId, index: null });
}

async function leftOver(items: readonly BatchItem[], { journal }: Services): Promise<string[]> {
  const jobs = await journal.list();
  const needed = new Set(jobs.flatMap(({ recipe, stage }) => [recipe.sourceKey, resultOf(stage)]));
  needed.add((await loadLastPicture())?.sourceKey ?? null);
  return items
    .flatMap(({ picture, result }) => [picture.thumbnailKey, picture.sourceKey, result?.key ?? null])
    .flatMap((key) => (key === null || needed.has(key) ? [] : [key]));
}

function resultOf(stage: Stage): string | null {
  return stage.name === 'done' ? stage.result.key : null;
}
