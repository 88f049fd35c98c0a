import type { Batch, BatchItem, ItemState } from '#shared/jobs/batch/batch.ts';

/** Where batches are written down. What resolved would survive a crash. */
export type BatchStore = {
  put(batch: Batch): Promise<void>;
  get(batchId: string): Promise<Batch | null>;
  /** Oldest first. */
  list(): Promise<Batch[]>;
  /** With all its items. */
  delete(batchId: string): Promise<void>;
  /** All of them or none. */
  putItems(items: readonly BatchItem[]): Promise<void>;
  item(batchId: string, index: number): Promise<BatchItem | null>;
  /** Items in a state by their place in the queue; at most `limit`. */
  itemsIn(batchId: string, state: ItemState, limit?: number): Promise<BatchItem[]>;
  /** All of a batch, by index. */
  items(batchId: string): Promise<BatchItem[]>;
};
