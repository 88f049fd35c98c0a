import type { Job } from '#shared/jobs/job.ts';
import { removeEntries } from '#shared/web/retention/remove-entries.ts';
import { sweepPictures } from './retention/sweep-pictures.ts';
import type { Services } from './services.ts';

/** Deletes a job for good, and of its pictures those that nothing else needs. */
export async function forgetJob(job: Job, { database }: Services): Promise<void> {
  await sweepPictures(database, await removeEntries([job.id], database));
}
