import { browser } from 'wxt/browser';
import { recordInHistory } from '#shared/history/recorder.ts';
import { entriesToRemove, type HistoryLimits } from '#shared/history/retention.ts';
import type { ImageCodec } from '#shared/images/codec.ts';
import { tellJobChanged } from '../../messaging.ts';
import { loadHistoryLimits } from '../history-limits.ts';
import { endedJobIds } from '../job-journal.ts';
import type { Services } from '../services.ts';
import { isSpent, removeEntries, unrecordedJobs } from './remove-entries.ts';
import { storedAmount } from './stored-amount.ts';
import { sweepPictures } from './sweep-pictures.ts';

const sweptKey = 'history-swept';
const sweepEveryMs = 3_600_000;

/** Everything the history owes: entries nobody wrote, what is too old or too much, pictures nobody needs. */
export async function tidyHistory(services: Services, codec: ImageCodec): Promise<void> {
  await recordMissing(services, codec);
  await pruneHistory(services, await loadHistoryLimits());
  await browser.storage.local.set({ [sweptKey]: Date.now() });
}

/** Whether the last time is long enough ago; a worker starts often. */
export async function isTidyDue(): Promise<boolean> {
  const lastMs = (await browser.storage.local.get(sweptKey))[sweptKey];
  return !(typeof lastMs === 'number' && Math.abs(Date.now() - lastMs) < sweepEveryMs);
}

/** Takes out what the limits do not allow, and the pictures that nothing needs then. */
async function pruneHistory({ database, history }: Services, limits: HistoryLimits): Promise<void> {
  const [entries, { sizeBytes }] = await Promise.all([history.all(), storedAmount(database)]);
  const facts = { limits, storedBytes: sizeBytes, nowMs: Date.now() };
  const released = await removeEntries(entriesToRemove(entries, facts), database);
  await sweepPictures(database, released);
}

/** Jobs of version 1, and those whose worker died between their end and their entry. */
export async function recordMissing(services: Services, codec: ImageCodec): Promise<void> {
  const { database, history, blobs } = services;
  const jobs = await unrecordedJobs(await endedJobIds(database), database);
  for (const job of jobs) {
    await recordInHistory(job, { history, blobs, codec });
    if (!job.servedFrom) tellJobChanged(job.id);
  }
  const spent = jobs.filter((job) => isSpent(job, Date.now())).map(({ id }) => id);
  await removeEntries(spent, database);
}
