import type { BlobKey } from '#shared/ports.ts';
import { picturesOfBatches } from '../batches/pictures-of-batches.ts';
import { loadLastPicture } from '../last-picture.ts';

/** Pictures that the tray, batches and the panel name, outside the database. */
export async function namedElsewhere(): Promise<BlobKey[]> {
  const last = await loadLastPicture();
  return [...(last ? [last.sourceKey] : []), ...(await picturesOfBatches())];
}
