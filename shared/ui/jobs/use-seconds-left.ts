import { useEffect, useState } from 'preact/hooks';
import type { Job } from '#shared/jobs/job.ts';
import type { JobJournal } from '#shared/jobs/journal.ts';
import { pastRunSeconds } from '#shared/jobs/past-runs.ts';
import { secondsLeft } from '#shared/jobs/time-left.ts';

/** How long a job still takes, by the runs before it, counted down while it runs; `null` where nobody can say. */
export function useSecondsLeft(job: Job, { journal }: { journal: JobJournal }): number | null {
  const [past, setPast] = useState<readonly number[]>([]);
  const [nowMs, setNowMs] = useState(Date.now);
  const isRunning = job.stage.name === 'running';
  useEffect(() => {
    if (!isRunning) return;
    void pastRunSeconds(journal, job).then(setPast);
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isRunning, journal]);
  return isRunning ? secondsLeft(job, past, nowMs) : null;
}
