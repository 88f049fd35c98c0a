import type { BlobKey } from '#shared/ports.ts';
import { picturesOfBatches } from '../batches/pictures-of-batches.ts';
import { loadLastPicture } from '../last-picture.ts';

/**
 * Pictures that are named outside the database. They are read before the sweep's transaction, which is
 * safe as long as whoever names a picture there has just stored it: new bytes are left alone.
 */
export async function namedElsewhere(): Promise<BlobKey[]> {
  const last = await loadLastPicture();
  return [...(last ? [last.sourceKey] : []), ...(await picturesOfBatches())];
}
