import type { Job } from '#shared/jobs/job.ts';
import type { Disk } from './core.ts';

/** Crashes the process that uses it at its n-th journal write, with the write done or not done. */
export type CrashPoint = { atWrite: number; isWritten: boolean };

/** What a dead process gets for an answer. */
const never = new Promise<never>(() => {});

/** A disk that stands still from the crash on; `crashed` resolves with the job as it was to be written. */
export function createCrashingDisk({ journal, blobs }: Disk, { atWrite, isWritten }: CrashPoint) {
  let writes = 0;
  let crash: (job: Job) => void = () => {};
  const crashed = new Promise<Job>((resolve) => {
    crash = resolve;
  });
  const disk: Disk = {
    blobs,
    journal: {
      ...journal,
      async put(job) {
        writes += 1;
        if (writes > atWrite) return never;
        if (writes < atWrite) return journal.put(job);
        if (isWritten) await journal.put(job);
        crash(job);
        return never;
      },
    },
  };
  return { disk, crashed };
}
