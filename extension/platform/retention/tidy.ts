import { browser } from 'wxt/browser';
import type { ImageCodec } from '#shared/images/codec.ts';
import * as keeping from '#shared/web/retention/tidy-history.ts';
import { tellJobChanged } from '../../messaging.ts';
import { loadHistoryLimits } from '../history-limits.ts';
import type { Services } from '../services.ts';
import { namedElsewhere } from './named-elsewhere.ts';

const sweptKey = 'history-swept';
const sweepEveryMs = 3_600_000;

/** Everything the history owes, and the note of when it was done. */
export async function tidyHistory(services: Services, codec: ImageCodec): Promise<void> {
  const limits = await loadHistoryLimits();
  await keeping.tidyHistory({ ...services, codec, onRecorded: tellJobChanged }, { limits, namedElsewhere });
  await browser.storage.local.set({ [sweptKey]: Date.now() });
}

/** Whether the last time is long enough ago; a worker starts often. */
export async function isTidyDue(): Promise<boolean> {
  const lastMs = (await browser.storage.local.get(sweptKey))[sweptKey];
  return !(typeof lastMs === 'number' && Math.abs(Date.now() - lastMs) < sweepEveryMs);
}

export function recordMissing(services: Services, codec: ImageCodec): Promise<void> {
  return keeping.recordMissing({ ...services, codec, onRecorded: tellJobChanged });
}
