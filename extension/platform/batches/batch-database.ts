import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Batch, BatchItem, BatchPicture } from '#shared/jobs/batch/batch.ts';

type Schema = DBSchema & {
  batches: { key: string; value: Batch };
  items: {
    key: [batchId: string, index: number];
    value: BatchItem;
    indexes: { queue: [string, string, number]; source: string; thumbnail: string; result: string };
  };
  /** Pictures for the next batch, in the order they came. */
  tray: { key: number; value: BatchPicture; indexes: { source: string; thumbnail: string } };
};

export type BatchDatabase = IDBPDatabase<Schema>;

/** A database of its own: thousands of items come and go here without a thought for jobs and pictures. */
export function openBatchDatabase(): Promise<BatchDatabase> {
  return openDB<Schema>('restyle-batches', 1, {
    upgrade(database) {
      database.createObjectStore('batches', { keyPath: 'id' });
      const items = database.createObjectStore('items', { keyPath: ['batchId', 'index'] });
      items.createIndex('queue', ['batchId', 'state', 'place']);
      items.createIndex('source', 'picture.sourceKey');
      items.createIndex('thumbnail', 'picture.thumbnailKey');
      items.createIndex('result', 'result.key');
      const tray = database.createObjectStore('tray', { autoIncrement: true });
      tray.createIndex('source', 'sourceKey');
      tray.createIndex('thumbnail', 'thumbnailKey');
    },
  });
}
