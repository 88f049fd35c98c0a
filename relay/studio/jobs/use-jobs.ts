import { useEffect, useState } from 'preact/hooks';
import type { Job } from '#shared/jobs/job.ts';
import { newestJobs } from '#shared/web/storage/job-journal.ts';
import type { Services } from '../platform/services.ts';

const atOnce = 12;

/** The newest jobs, newest first, kept current; more of them as often as they are asked for. */
export function useJobs({ database, changes }: Services) {
  const [found, setFound] = useState<readonly Job[]>([]);
  const [count, setCount] = useState(atOnce);
  useEffect(() => {
    // One more than is shown, to know whether there are more.
    const look = () => void newestJobs(database, count + 1).then(setFound, () => {});
    look();
    return changes.listen(look);
  }, [database, changes, count]);
  return {
    jobs: found.slice(0, count),
    showMore: found.length > count ? () => setCount(count + atOnce) : null,
  };
}
