import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Job } from '#shared/jobs/job.ts';
import type { StoredBlob } from '#shared/ports.ts';

type Schema = DBSchema & {
  jobs: { key: string; value: Job; indexes: { createdAtMs: number } };
  blobs: { key: string; value: StoredBlob };
  /** CryptoKeys that cannot be exported: content scripts cannot open the extension's database. */
  keys: { key: string; value: CryptoKey };
};

export type Database = IDBPDatabase<Schema>;

/** Opens the extension's database; worker, pages and overlay frames all share the one. */
export function openDatabase(): Promise<Database> {
  return openDB<Schema>('restyle', 1, {
    upgrade(database) {
      database.createObjectStore('jobs', { keyPath: 'id' }).createIndex('createdAtMs', 'createdAtMs');
      database.createObjectStore('blobs');
      database.createObjectStore('keys');
    },
  });
}
