import type { BlobStore } from '#shared/ports.ts';
import { blobKeyOf } from '#shared/storage/blob-key.ts';
import type { Database } from '#shared/web/storage/database.ts';
import { throwStorageError } from '#shared/web/storage/storage-full.ts';

/** Picture bytes in IndexedDB, under their hash, with their facts beside them. */
export function createBlobStore(opening: Promise<Database>): BlobStore {
  return {
    async put(blob) {
      const key = await blobKeyOf(blob.bytes);
      const transaction = (await opening).transaction(['blobs', 'pictureFacts'], 'readwrite');
      const facts = { key, sizeBytes: blob.bytes.byteLength, storedAtMs: Date.now() };
      await Promise.all([
        transaction.objectStore('blobs').put(blob, key),
        transaction.objectStore('pictureFacts').put(facts),
        transaction.done,
      ]).catch(throwStorageError);
      return key;
    },
    get: async (key) => (await (await opening).get('blobs', key)) ?? null,
    async delete(key) {
      const transaction = (await opening).transaction(['blobs', 'pictureFacts'], 'readwrite');
      await transaction.objectStore('blobs').delete(key);
      await transaction.objectStore('pictureFacts').delete(key);
      await transaction.done;
    },
  };
}
