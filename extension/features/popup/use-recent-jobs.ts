import { useCallback, useEffect, useState } from 'preact/hooks';
import { isFinished, type Job } from '#shared/jobs/job.ts';
import { newestJobs } from '#shared/web/storage/job-journal.ts';
import { ask, onJobChanged } from '../../messaging.ts';
import type { Services } from '../../platform/services.ts';

const shownCount = 12;
/** A worker that was ended is woken by the question. */
const pokeEveryMs = 5_000;

/** The newest jobs, newest first, kept current. */
export function useRecentJobs({ database }: Services): { jobs: readonly Job[]; refresh: () => void } {
  const [jobs, setJobs] = useState<readonly Job[]>([]);
  const isAnyRunning = jobs.some((job) => !isFinished(job));

  const refresh = useCallback(() => void newestJobs(database, shownCount).then(setJobs), [database]);

  useEffect(() => {
    refresh();
    return onJobChanged(refresh);
  }, [refresh]);

  useEffect(() => {
    if (!isAnyRunning) return;
    const poke = () => void ask('jobs.resume', {}).catch(() => {});
    poke();
    const timer = setInterval(poke, pokeEveryMs);
    return () => clearInterval(timer);
  }, [isAnyRunning]);

  return { jobs, refresh };
}
