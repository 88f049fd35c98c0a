import type { BlobKey, StoredBlob } from '#shared/ports.ts';
import type { Database } from '#shared/web/storage/database.ts';

/** Several stored pictures in one transaction, which costs a page much less than one each; what is gone is left out. */
export async function readBlobs(
  opening: Promise<Database>,
  keys: readonly BlobKey[],
): Promise<Map<BlobKey, Blob>> {
  if (keys.length === 0) return new Map();
  const { store } = (await opening).transaction('blobs');
  const found = await Promise.all(keys.map(async (key) => [key, await store.get(key)] as const));
  return new Map(found.flatMap(([key, stored]) => (stored ? [[key, toBlob(stored)] as const] : [])));
}

function toBlob({ bytes, mimeType }: StoredBlob): Blob {
  return new Blob([bytes], { type: mimeType });
}
