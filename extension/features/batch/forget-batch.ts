import type { BlobKey } from '#shared/ports.ts';
import { sweepPictures } from '../../platform/retention/sweep-pictures.ts';
import type { Services } from '../../platform/services.ts';
import { tellBatchChanged } from './changes.ts';

/**
 * Takes an ended batch off the list. Its jobs stay with what they have made; pictures that never became one,
 * and small copies, go where nobody else shows them.
 */
export async function forgetBatch(batchId: string, { batches, database }: Services): Promise<void> {
  const batch = await batches.get(batchId);
  if (!batch || batch.endedAtMs === null) return;
  const items = await batches.items(batchId);
  await batches.delete(batchId);
  const keys = items.flatMap(({ picture }) => [picture.sourceKey, picture.thumbnailKey ?? []].flat());
  await sweepPictures(database, new Map<BlobKey, number>(keys.map((key) => [key, batch.endedAtMs ?? 0])));
  tellBatchChanged({ batchId, index: null });
}
