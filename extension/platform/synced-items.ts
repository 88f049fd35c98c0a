import { browser } from 'wxt/browser';
import { systemClock, systemIds } from '#shared/platform.ts';
import { keepsOtherVersions } from '#shared/presets/sync-rules.ts';
import { createSyncedItems, type SyncedItems } from '#shared/sync/synced-items.ts';
import type { SyncTransport } from '#shared/sync/transport.ts';
import { localStore } from './local-store.ts';

const deviceKey = 'sync.device';
/** Worker and pages take turns under it. */
export const syncLockName = 'restyle.sync';

/** `storage.sync`: the browser carries it to wherever the person is signed in. */
const transport: SyncTransport = {
  readAll: () => browser.storage.sync.get(null),
  write: (entries) => browser.storage.sync.set(entries),
  remove: (keys) => browser.storage.sync.remove([...keys]),
};

/** What this browser shares with the person's others. Worker and pages take turns under one lock. */
export function createExtensionSync(): SyncedItems {
  return createSyncedItems({
    local: localStore,
    transport,
    clock: systemClock,
    deviceId,
    keepsOthers: keepsOtherVersions,
    exclusively: (work) => navigator.locks.request(syncLockName, work),
  });
}

/** Short, because it is in every item; called under the lock, so that there is one. */
async function deviceId(): Promise<string> {
  const known = await localStore.get(deviceKey);
  if (typeof known === 'string') return known;
  const fresh = systemIds.uuid().slice(0, 8);
  await localStore.set(deviceKey, fresh);
  return fresh;
}
