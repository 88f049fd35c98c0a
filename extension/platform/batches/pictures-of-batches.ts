import type { BatchPicture } from '#shared/jobs/batch/batch.ts';
import type { BlobKey } from '#shared/ports.ts';
import { openBatchDatabase } from './batch-database.ts';

/** Every picture that a batch or the tray shows, or still needs. */
export async function picturesOfBatches(): Promise<BlobKey[]> {
  const database = await openBatchDatabase();
  const items = await database.getAll('items');
  const tray = await database.getAll('tray');
  database.close();
  return [
    ...items.flatMap(({ picture, result }) => [...keysOf(picture), ...(result ? [result.key] : [])]),
    ...tray.flatMap(keysOf),
  ];
}

function keysOf({ sourceKey, thumbnailKey }: BatchPicture): BlobKey[] {
  return thumbnailKey === null ? [sourceKey] : [sourceKey, thumbnailKey];
}
