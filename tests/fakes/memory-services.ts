import { vi } from 'vitest';
import { createSyncedItems, type SyncedItems } from '#shared/sync/synced-items.ts';
import { createBlobStore } from '#shared/web/storage/blob-store.ts';
import { createHistoryStore } from '#shared/web/storage/history-store.ts';
import { createJobJournal } from '#shared/web/storage/job-journal.ts';
import type { Services } from '../../extension/platform/services.ts';
import { createMemoryBrowser } from './memory-browser.ts';
import { createMemoryDatabase } from './memory-database.ts';
import { createSyncCloud } from './sync-cloud.ts';
import { createVirtualClock } from './virtual-clock.ts';

/**
 * The extension's stores over maps; `memory-browser.ts` is the browser they are in, and a page's globals are there
 * until `vi.unstubAllGlobals`. `onWrite` is told of every write before it is done, and may throw as a full disk does.
 */
export function createMemoryServices(onWrite: () => void = () => {}) {
  const browser = createMemoryBrowser(onWrite);
  const disk = createMemoryDatabase(onWrite);
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  const looks = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => looks.get(key) ?? null,
    setItem: (key: string, value: string) => looks.set(key, value),
  });
  const services = {
    database: disk.opening,
    journal: createJobJournal(disk.opening),
    blobs: createBlobStore(disk.opening),
    history: createHistoryStore(disk.opening),
    synced: syncedIn(browser.local),
    presets: { load: async () => ({ all: [] }) },
  } as unknown as Services;
  return { services, browser, disk };
}

function syncedIn(local: ReturnType<typeof createMemoryBrowser>['local']): SyncedItems {
  return createSyncedItems({
    local: {
      get: async (key) => local.read()[key],
      set: (key, value) => local.set({ [key]: value }),
      delete: (key) => local.remove(key),
    },
    transport: createSyncCloud().browser(),
    clock: createVirtualClock(),
    deviceId: async () => 'here',
    keepsOthers: (id) => id.startsWith('preset.'),
    exclusively: (work) => work(),
  });
}
