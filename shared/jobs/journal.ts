import type { Job } from '#shared/jobs/job.ts';

/** Where jobs are written down. `put` resolves only when the job would survive a crash. */
export type JobJournal = {
  put(job: Job): Promise<void>;
  get(id: string): Promise<Job | null>;
  list(): Promise<Job[]>;
  delete(id: string): Promise<void>;
};
