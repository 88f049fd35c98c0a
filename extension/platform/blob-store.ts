import type { BlobStore } from '#shared/ports.ts';
import { blobKeyOf } from '#shared/storage/blob-key.ts';
import type { Database } from './database.ts';
import { throwStorageError } from './storage-full.ts';

/** Picture bytes in IndexedDB, under their hash. */
export function createBlobStore(opening: Promise<Database>): BlobStore {
  return {
    async put(blob) {
      const key = await blobKeyOf(blob.bytes);
      await (await opening).put('blobs', blob, key).catch(throwStorageError);
      return key;
    },
    get: async (key) => (await (await opening).get('blobs', key)) ?? null,
    async delete(key) {
      await (await opening).delete('blobs', key);
    },
  };
}
