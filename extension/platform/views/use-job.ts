import { useEffect, useState } from 'preact/hooks';
import { isFinished, type Job } from '#shared/jobs/job.ts';
import { ask, onJobChanged } from '../../messaging.ts';
import type { JobReader } from './remote-reader.ts';

/** A worker that was ended is woken by the question; the safety net alone would take half a minute. */
const pokeEveryMs = 5_000;

/** A job as the journal has it, followed until its end; `null` until it is written down. */
export function useJob({ journal }: JobReader, jobId: string): Job | null {
  const [job, setJob] = useState<Job | null>(null);
  const isRunning = job !== null && !isFinished(job);

  useEffect(() => {
    const read = () => void journal.get(jobId).then(setJob);
    read();
    return onJobChanged((changedId) => changedId === jobId && read());
  }, [journal, jobId]);

  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => void ask('jobs.resume', {}).catch(() => {}), pokeEveryMs);
    return () => clearInterval(timer);
  }, [isRunning]);

  return job;
}
