import { browser } from 'wxt/browser';
import { type StoredAmount, storedAmount } from '#shared/web/retention/stored-amount.ts';
import type { Services } from '../../platform/services.ts';

/** What lies in this browser, in bytes; `wholeBytes` is the browser's own estimate, `null` where it gives none. */
export type KeptAmounts = { pictures: StoredAmount; settingsBytes: number; wholeBytes: number | null };

export async function keptAmounts({ database }: Pick<Services, 'database'>): Promise<KeptAmounts> {
  const [pictures, local, synced, estimate] = await Promise.all([
    storedAmount(database),
    browser.storage.local.get(null),
    browser.storage.sync.get(null),
    navigator.storage.estimate(),
  ]);
  const settingsBytes = JSON.stringify(local).length + JSON.stringify(synced).length;
  return { pictures, settingsBytes, wholeBytes: estimate.usage ?? null };
}
