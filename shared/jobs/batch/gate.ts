import type { Job } from '#shared/jobs/job.ts';

export type Gate = ReturnType<typeof createGate>;

/**
 * Where the jobs of batches wait, prepared and uploaded, until one of the paid slots is theirs. A job that a
 * person started by itself goes straight through. `onChange` tells that somebody has come or gone.
 */
export function createGate(onChange: () => void) {
  const waiting = new Map<string, () => void>();
  const open = new Set<string>();

  return {
    /** True when the job may be sent; false when it was woken to look at itself first. */
    turn(job: Job, nudged: AbortSignal): Promise<boolean> {
      if (job.context.batchId === undefined || open.has(job.id)) return Promise.resolve(true);
      return new Promise((resolve) => {
        const leave = (isItsTurn: boolean) => {
          waiting.delete(job.id);
          nudged.removeEventListener('abort', wake);
          onChange();
          resolve(isItsTurn);
        };
        const wake = () => leave(false);
        nudged.addEventListener('abort', wake, { once: true });
        waiting.set(job.id, () => leave(true));
        onChange();
      });
    },

    /** Lets a job through, now or when it comes. */
    open(jobId: string): void {
      open.add(jobId);
      waiting.get(jobId)?.();
    },

    /** A job that has ended waits anew when it is tried again. */
    close(jobId: string): void {
      open.delete(jobId);
    },

    isWaiting: (jobId: string) => waiting.has(jobId),
    isOpen: (jobId: string) => open.has(jobId),
    waitingCount: () => waiting.size,
  };
}
