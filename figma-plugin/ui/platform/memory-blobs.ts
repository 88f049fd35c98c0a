import type { BlobKey, BlobStore, Ids, StoredBlob } from '#shared/ports.ts';

export type MemoryBlobs = BlobStore & {
  /** Puts bytes back under a key from the panel's earlier life. */
  restore(key: BlobKey, blob: StoredBlob): void;
};

/**
 * Pictures live as long as the panel: 5 MB of storage hold none. Keys are no hashes here, since a
 * panel's origin is opaque and browsers keep `crypto.subtle` from it.
 */
export function createMemoryBlobs(ids: Ids): MemoryBlobs {
  const blobs = new Map<BlobKey, StoredBlob>();
  return {
    async put(blob) {
      const key = `memory-${ids.uuid()}`;
      blobs.set(key, blob);
      return key;
    },
    get: async (key) => blobs.get(key) ?? null,
    async delete(key) {
      blobs.delete(key);
    },
    restore: (key, blob) => void blobs.set(key, blob),
  };
}
