import { type Batch, parseBatch } from '#shared/jobs/batch/batch.ts';
import type { BatchStore } from '#shared/jobs/batch/batch-store.ts';
import { throwStorageError } from '#shared/web/storage/storage-full.ts';
import type { BatchDatabase } from './batch-database.ts';

/** Batches in IndexedDB; an item is one small record. Strict durability: items name the jobs that are paid for. */
export function createBatchStore(open: () => Promise<BatchDatabase>): BatchStore {
  return {
    async put(batch) {
      const transaction = (await open()).transaction('batches', 'readwrite', { durability: 'strict' });
      await Promise.all([transaction.store.put(batch), transaction.done]).catch(throwStorageError);
    },
    get: async (batchId) => parseBatch(await (await open()).get('batches', batchId)),
    async list() {
      const all = (await (await open()).getAll('batches')).flatMap((each) => parseBatch(each) ?? []);
      return all.sort((a: Batch, b: Batch) => a.createdAtMs - b.createdAtMs);
    },
    async delete(batchId) {
      const transaction = (await open()).transaction(['batches', 'items'], 'readwrite');
      await Promise.all([
        transaction.objectStore('batches').delete(batchId),
        transaction.objectStore('items').delete(allOf(batchId)),
        transaction.done,
      ]);
    },
    async putItems(items) {
      const transaction = (await open()).transaction('items', 'readwrite', { durability: 'strict' });
      const writes = items.map((item) => transaction.store.put(item));
      await Promise.all([...writes, transaction.done]).catch(throwStorageError);
    },
    item: async (batchId, index) => (await (await open()).get('items', [batchId, index])) ?? null,
    async itemsIn(batchId, state, limit) {
      const range = IDBKeyRange.bound([batchId, state], [batchId, state, []]);
      return (await open()).getAllFromIndex('items', 'queue', range, limit);
    },
    items: async (batchId) => (await open()).getAll('items', allOf(batchId)),
  };
}

/** Every key of a batch: an array comes after every number. */
function allOf(batchId: string): IDBKeyRange {
  return IDBKeyRange.bound([batchId], [batchId, []]);
}
