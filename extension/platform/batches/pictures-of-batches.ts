import type { BatchPicture } from '#shared/jobs/batch/batch.ts';
import type { BlobKey } from '#shared/ports.ts';
import { openBatchDatabase } from './batch-database.ts';

/** Every picture that a batch or the tray shows, or still needs. */
export async function picturesOfBatches(): Promise<BlobKey[]> {
  const database = await openBatchDatabase();
  // In one transaction: a batch that starts just now has its pictures in the one or in the other.
  const transaction = database.transaction(['items', 'tray']);
  const items = await transaction.objectStore('items').getAll();
  const tray = await transaction.objectStore('tray').getAll();
  database.close();
  return [
    ...items.flatMap(({ picture, result }) => [...keysOf(picture), ...(result ? [result.key] : [])]),
    ...tray.flatMap(keysOf),
  ];
}

function keysOf({ sourceKey, thumbnailKey }: BatchPicture): BlobKey[] {
  return thumbnailKey === null ? [sourceKey] : [sourceKey, thumbnailKey];
}
