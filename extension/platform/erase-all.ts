import type { IDBPDatabase } from 'idb';
import { browser } from 'wxt/browser';
import type { Database } from '#shared/web/storage/database.ts';
import { openBatchDatabase } from './batches/batch-database.ts';
import { syncLockName } from './synced-items.ts';
import { openPopupIn } from './views/save-theme.ts';

/**
 * Takes Restyle back to how it was installed: databases with their keys, both storage areas, permissions. The
 * menu and the worker stay as they are, and find nothing any more.
 */
export async function eraseAll(opening: Promise<Database>): Promise<void> {
  await clear(await opening);
  const batches = await openBatchDatabase();
  await clear(batches);
  batches.close();
  // Under the lock, so that nothing is carried from one area into the other meanwhile.
  await navigator.locks.request(syncLockName, async () => {
    await browser.storage.sync.clear();
    await browser.storage.local.clear();
  });
  localStorage.clear();
  openPopupIn('system');
  const { origins = [] } = await browser.permissions.getAll();
  await browser.permissions.remove({ origins, permissions: ['notifications'] }).catch(() => false);
}

/** All stores or none. */
async function clear<Schema>(database: IDBPDatabase<Schema>): Promise<void> {
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names, 'readwrite');
  await Promise.all([...names.map((name) => transaction.objectStore(name).clear()), transaction.done]);
}
