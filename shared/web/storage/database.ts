import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { HistoryEntry } from '#shared/history/entry.ts';
import type { PictureFacts } from '#shared/history/picture-facts.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { StoredBlob } from '#shared/ports.ts';
import { createFirstStores } from '#shared/web/storage/upgrades/first-stores.ts';
import { createHistoryStores } from '#shared/web/storage/upgrades/history-stores.ts';

export type Schema = DBSchema & {
  jobs: {
    key: string;
    value: Job;
    indexes: { createdAtMs: number; stage: string; doneOfDeployment: [string, string, number] };
  };
  blobs: { key: string; value: StoredBlob };
  /** What the pictures' bytes weigh, so that they need not be read to be counted. */
  pictureFacts: { key: string; value: PictureFacts };
  history: {
    key: string;
    value: HistoryEntry;
    indexes: { newestFirst: number; recipeKey: string; likeKey: string };
  };
  /** CryptoKeys that cannot be exported: content scripts cannot open the extension's database. */
  keys: { key: string; value: CryptoKey };
};

export type Database = IDBPDatabase<Schema>;
export type Upgrade = (
  database: Database,
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
) => void;

/** One step a version, in order. What has been released is never changed, only followed by another. */
const upgrades: readonly Upgrade[] = [createFirstStores, createHistoryStores];

/** Opens the database of jobs, pictures and history; whatever shows or runs jobs shares the one. */
export function openDatabase(name: string): Promise<Database> {
  return openDB<Schema>(name, upgrades.length, {
    upgrade(database, oldVersion, _, transaction) {
      for (const upgrade of upgrades.slice(oldVersion)) upgrade(database, transaction);
    },
    // A page of a newer version waits for this one to let go.
    blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
  });
}
