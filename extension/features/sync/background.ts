import { browser } from 'wxt/browser';
import { replicaKey } from '#shared/sync/replica-store.ts';
import type { SyncedItems } from '#shared/sync/synced-items.ts';
import { syncKeyPrefix } from '#shared/sync/transport.ts';
import { saveSyncReport } from '../../platform/sync-report.ts';

/** Typing in a form must not use up the area's 120 writes a minute. */
const calmMs = 1_500;

/** Meets the other browsers at every start, and whenever something changed on either side. */
export function keepSynchronised(items: SyncedItems): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const meet = async () => saveSyncReport(await items.synchronise());
  const meetSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void meet().catch(() => {}), calmMs);
  };
  browser.storage.onChanged.addListener((changes, area) => {
    const keys = Object.keys(changes);
    const isOurs = area === 'sync' && keys.some((key) => key.startsWith(syncKeyPrefix));
    if (isOurs || (area === 'local' && keys.includes(replicaKey))) meetSoon();
  });
  meetSoon();
}
