import { type RecorderDeps, recordInHistory } from '#shared/history/recorder.ts';
import { entriesToRemove, type HistoryLimits } from '#shared/history/retention.ts';
import { isSpent, removeEntries, unrecordedJobs } from '#shared/web/retention/remove-entries.ts';
import { storedAmount } from '#shared/web/retention/stored-amount.ts';
import { type Sweep, sweepPictures } from '#shared/web/retention/sweep-pictures.ts';
import type { Database } from '#shared/web/storage/database.ts';
import { endedJobIds } from '#shared/web/storage/job-journal.ts';

export type Keeping = RecorderDeps & {
  database: Promise<Database>;
  /** Told of each job whose entry was written. */
  onRecorded: (jobId: string) => void;
};

/** Everything the history owes: entries nobody wrote, what is too old or too much, pictures nobody needs. */
export async function tidyHistory(
  keeping: Keeping,
  { limits, namedElsewhere }: Pick<Sweep, 'namedElsewhere'> & { limits: HistoryLimits },
): Promise<void> {
  const { database, history } = keeping;
  await recordMissing(keeping);
  const [entries, { sizeBytes }] = await Promise.all([history.all(), storedAmount(database)]);
  const facts = { limits, storedBytes: sizeBytes, nowMs: Date.now() };
  const released = await removeEntries(entriesToRemove(entries, facts), database);
  await sweepPictures(database, { released, namedElsewhere });
}

/** Jobs of version 1, and those whose runner died between their end and their entry. */
export async function recordMissing({ database, onRecorded, ...deps }: Keeping): Promise<void> {
  const jobs = await unrecordedJobs(await endedJobIds(database), database);
  for (const job of jobs) {
    await recordInHistory(job, deps);
    if (!job.servedFrom) onRecorded(job.id);
  }
  const spent = jobs.filter((job) => isSpent(job, Date.now())).map(({ id }) => id);
  await removeEntries(spent, database);
}
