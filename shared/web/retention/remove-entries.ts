import { picturesOf } from '#shared/history/entry.ts';
import type { Released } from '#shared/history/picture-facts.ts';
import { isFinished, type Job } from '#shared/jobs/job.ts';
import type { BlobKey } from '#shared/ports.ts';
import type { Database } from '#shared/web/storage/database.ts';

/**
 * Deletes entries with their jobs, all or none; answers the pictures this lets go. A job that is being run
 * again, or just was, stays, entry and all.
 */
export async function removeEntries(ids: readonly string[], opening: Promise<Database>): Promise<Released> {
  const transaction = (await opening).transaction(['jobs', 'history'], 'readwrite');
  const jobs = transaction.objectStore('jobs');
  const history = transaction.objectStore('history');
  const released = new Map<BlobKey, number>();
  for (const id of ids) {
    const [job, entry] = await Promise.all([jobs.get(id), history.get(id)]);
    if (job && (!isFinished(job) || entry?.isOutdated)) continue;
    for (const key of job ? picturesOf(job) : []) released.set(key, job?.updatedAtMs ?? 0);
    if (entry?.thumbnailKey) released.set(entry.thumbnailKey, Date.now());
    await Promise.all([jobs.delete(id), history.delete(id)]);
  }
  await transaction.done;
  return released;
}

const servedForMs = 86_400_000;

/** Ended jobs that no entry tells of: those to be recorded yet or anew, and those that only showed a result again. */
export async function unrecordedJobs(ids: readonly string[], opening: Promise<Database>): Promise<Job[]> {
  const transaction = (await opening).transaction(['jobs', 'history']);
  const entries = await transaction.objectStore('history').getAll();
  const recorded = new Set(entries.filter(({ isOutdated }) => !isOutdated).map(({ id }) => id));
  const jobs = ids.filter((id) => !recorded.has(id)).map((id) => transaction.objectStore('jobs').get(id));
  return (await Promise.all(jobs)).filter((job) => job !== undefined);
}

/** Whether a job that only showed a result again is past its day. */
export function isSpent({ servedFrom, updatedAtMs }: Job, nowMs: number): boolean {
  return servedFrom !== undefined && nowMs - updatedAtMs > servedForMs;
}
