import { advanceToEnd } from '#shared/jobs/advance.ts';
import { createDrive, type Drive, type RunnerDeps } from '#shared/jobs/drive.ts';
import { isFinished, type Job } from '#shared/jobs/job.ts';

export type Hands = ReturnType<typeof createHands>;

/** The jobs in hand: each is driven to its end once, however often it is taken. */
export function createHands(deps: RunnerDeps) {
  const drives = new Map<string, Drive>();
  /** Jobs that this life has brought to their end: a list read before that has them otherwise. */
  const ended = new Set<string>();

  /** A drive that has reached its end is about to be let go, and holds nobody up. */
  function has(jobId: string): boolean {
    const drive = drives.get(jobId);
    return drive !== undefined && !isFinished(drive.job);
  }

  return {
    has,
    get: (jobId: string) => drives.get(jobId),
    hasEnded: (jobId: string) => ended.has(jobId),

    jobs(): Job[] {
      return [...drives.values()].map(({ job }) => job).filter((job) => !isFinished(job));
    },

    take(job: Job): void {
      if (has(job.id) || isFinished(job)) return;
      const drive = createDrive(job, deps);
      drives.set(job.id, drive);
      ended.delete(job.id);
      deps.onActivity?.(drives.size);
      const letGo = () => {
        if (drives.get(job.id) === drive) drives.delete(job.id);
        deps.onActivity?.(drives.size);
      };
      // What could not be written down stays as the journal has it, and the next resume takes it up.
      void advanceToEnd(drive, deps)
        .then(() => void ended.add(job.id))
        .then(letGo, letGo);
    },

    /** Lets everything that waits try again at once. */
    nudgeAll(): void {
      for (const drive of drives.values()) drive.nudge();
    },
  };
}
