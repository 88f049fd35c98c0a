import { AppError } from '#shared/errors/app-error.ts';
import type { BlobKey, BlobStore, StoredBlob } from '#shared/ports.ts';

/** The picture a job starts from. Raises `picture-lost`. */
export async function readSource(blobs: BlobStore, key: BlobKey): Promise<StoredBlob> {
  const source = await blobs.get(key);
  if (!source) throw new AppError('picture-lost', 'The picture is no longer stored');
  return source;
}
