import { browser } from 'wxt/browser';
import { type HistoryLimits, parseLimits } from '#shared/history/retention.ts';

const documentKey = 'history-limits';

export async function loadHistoryLimits(): Promise<HistoryLimits> {
  return parseLimits((await browser.storage.local.get(documentKey))[documentKey]);
}

export async function saveHistoryLimits(limits: HistoryLimits): Promise<void> {
  await browser.storage.local.set({ [documentKey]: limits });
}
