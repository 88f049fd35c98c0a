import type { Job } from '#shared/jobs/job.ts';
import type { Services } from '../../platform/services.ts';

/** Whether the panel was opened to cut its picture (`#job=<id>&crop`). */
export function wantsCrop(): boolean {
  return new URLSearchParams(location.hash.slice(1)).has('crop');
}

/** The job a panel was opened for (`#job=<id>`), to be tried again or changed; `null` where there is none. */
export async function jobInAddress({ journal }: Services): Promise<Job | null> {
  const jobId = new URLSearchParams(location.hash.slice(1)).get('job');
  return jobId ? journal.get(jobId) : null;
}
