import { useEffect, useState } from 'preact/hooks';
import { isFinished, type Job } from '#shared/jobs/job.ts';
import { onJobChanged } from '../../messaging.ts';
import type { JobReader } from './remote-reader.ts';

/** Firefox does not tell frames on pages what changes; and each question wakes a worker that was ended. */
const lookEveryMs = 1_000;

/** A job as the journal has it, followed until its end; `null` until it is written down, and where none is asked for. */
export function useJob({ journal }: JobReader, jobId: string | null): Job | null {
  const [job, setJob] = useState<Job | null>(null);
  // A failed job may be gone on with from here or from elsewhere.
  const isOpen = job === null || job.stage.name === 'failed' || !isFinished(job);

  useEffect(() => {
    if (jobId === null) return setJob(null);
    // A question may meet a worker that is just being ended; the next look asks again.
    const look = () => void journal.get(jobId).then(setJob, () => {});
    look();
    const timer = isOpen ? setInterval(look, lookEveryMs) : undefined;
    const stopListening = onJobChanged((changedId) => changedId === jobId && look());
    return () => {
      clearInterval(timer);
      stopListening();
    };
  }, [journal, jobId, isOpen]);

  return job;
}
