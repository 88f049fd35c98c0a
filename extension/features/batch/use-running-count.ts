import { useEffect, useState } from 'preact/hooks';
import type { BatchItem } from '#shared/jobs/batch/batch.ts';
import type { StageName } from '#shared/jobs/job.ts';
import { onJobChanged } from '../../messaging.ts';
import type { Services } from '../../platform/services.ts';

/** From the paid request to the kept result: what a pause lets go on. */
const running: readonly StageName[] = ['submitting', 'reconciling', 'running', 'collecting'];

/** How many of a batch's pictures are paid for and not yet there. The others that have begun only wait. */
export function useRunningCount({ journal }: Services, items: readonly BatchItem[]): number {
  const [count, setCount] = useState(0);
  const jobIds = items.flatMap(({ state, jobId }) => (state === 'started' && jobId ? [jobId] : []));
  const key = jobIds.join();

  useEffect(() => {
    let isShown = true;
    const look = async () => {
      const jobs = await Promise.all(jobIds.map((jobId) => journal.get(jobId)));
      if (isShown) setCount(jobs.filter((job) => job && running.includes(job.stage.name)).length);
    };
    void look();
    const stopListening = onJobChanged((jobId) => jobIds.includes(jobId) && void look());
    return () => {
      isShown = false;
      stopListening();
    };
  }, [journal, key]);

  return count;
}
