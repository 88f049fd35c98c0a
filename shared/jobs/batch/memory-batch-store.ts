import type { Batch, BatchItem } from '#shared/jobs/batch/batch.ts';
import type { BatchStore } from '#shared/jobs/batch/batch-store.ts';

/** Batches for as long as the process lives. They go in and out as copies, as through a disk. */
export function createMemoryBatchStore(): BatchStore {
  const batches = new Map<string, string>();
  const items = new Map<string, Map<number, string>>();
  const itemsOf = (batchId: string) =>
    [...(items.get(batchId)?.values() ?? [])].map((text) => JSON.parse(text) as BatchItem);

  return {
    async put(batch) {
      batches.set(batch.id, JSON.stringify(batch));
    },
    async get(batchId) {
      const text = batches.get(batchId);
      return text === undefined ? null : (JSON.parse(text) as Batch);
    },
    async list() {
      const all = [...batches.values()].map((text) => JSON.parse(text) as Batch);
      return all.sort((a, b) => a.createdAtMs - b.createdAtMs);
    },
    async delete(batchId) {
      batches.delete(batchId);
      items.delete(batchId);
    },
    async putItems(changed) {
      for (const item of changed) {
        const own = items.get(item.batchId) ?? new Map<number, string>();
        items.set(item.batchId, own.set(item.index, JSON.stringify(item)));
      }
    },
    async item(batchId, index) {
      const text = items.get(batchId)?.get(index);
      return text === undefined ? null : (JSON.parse(text) as BatchItem);
    },
    async itemsIn(batchId, state, limit = Number.POSITIVE_INFINITY) {
      const own = itemsOf(batchId).filter((item) => item.state === state);
      return own.sort((a, b) => a.place - b.place).slice(0, limit);
    },
    items: async (batchId) => itemsOf(batchId).sort((a, b) => a.index - b.index),
  };
}
