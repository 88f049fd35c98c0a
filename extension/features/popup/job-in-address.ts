import type { Job } from '#shared/jobs/job.ts';
import type { Services } from '../../platform/services.ts';

/** The job a panel was opened for (`#job=<id>`), to be tried again or changed; `null` where there is none. */
export async function jobInAddress({ journal }: Services): Promise<Job | null> {
  const jobId = new URLSearchParams(location.hash.slice(1)).get('job');
  return jobId ? journal.get(jobId) : null;
}
