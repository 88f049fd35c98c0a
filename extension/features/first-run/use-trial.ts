import { useEffect, useState } from 'preact/hooks';
import { isFinished, type Job } from '#shared/jobs/job.ts';
import { systemClock } from '#shared/platform.ts';
import { newestJobs } from '#shared/web/storage/job-journal.ts';
import { onJobChanged } from '../../messaging.ts';
import type { Services } from '../../platform/services.ts';

export type Trial = 'none' | 'making' | 'failed' | 'done';

/** How the newest picture since this page was opened is doing; one success is enough to have shown it. */
export function useTrial({ database }: Pick<Services, 'database'>): Trial {
  const [trial, setTrial] = useState<Trial>('none');
  useEffect(() => {
    const openedAtMs = systemClock.nowMs();
    const look = async () => {
      const jobs = await newestJobs(database, 4);
      setTrial(trialOf(jobs.filter(({ createdAtMs }) => createdAtMs >= openedAtMs)));
    };
    return onJobChanged(() => void look());
  }, [database]);
  return trial;
}

function trialOf(jobs: readonly Job[]): Trial {
  if (jobs.some(({ stage }) => stage.name === 'done')) return 'done';
  const [newest] = jobs;
  if (!newest || newest.stage.name === 'cancelled') return 'none';
  return isFinished(newest) ? 'failed' : 'making';
}
