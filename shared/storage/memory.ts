import type { Job } from '#shared/jobs/job.ts';
import { type JobJournal, listsOf } from '#shared/jobs/journal.ts';
import type { BlobStore, StoredBlob } from '#shared/ports.ts';
import { blobKeyOf } from '#shared/storage/blob-key.ts';

/** Blobs for as long as the page lives: Figma's frames have no IndexedDB. */
export function createMemoryBlobStore(): BlobStore {
  const blobs = new Map<string, StoredBlob>();
  return {
    async put(blob) {
      const key = await blobKeyOf(blob.bytes);
      blobs.set(key, blob);
      return key;
    },
    get: async (key) => blobs.get(key) ?? null,
    async delete(key) {
      blobs.delete(key);
    },
  };
}

/** A journal for as long as the process lives. Jobs go in and out as copies, as through a disk. */
export function createMemoryJournal(): JobJournal {
  const jobs = new Map<string, string>();
  const read = (text: string | undefined) => (text === undefined ? null : (JSON.parse(text) as Job));
  const list = async () => [...jobs.values()].flatMap((text) => read(text) ?? []);
  return {
    async put(job) {
      jobs.set(job.id, JSON.stringify(job));
    },
    get: async (id) => read(jobs.get(id)),
    list,
    ...listsOf(list),
    async delete(id) {
      jobs.delete(id);
    },
  };
}
