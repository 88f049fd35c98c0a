import type { Job } from '#shared/jobs/job.ts';

/**
 * Seconds until a running job is likely to be ready, from how long the newest runs like it took on the GPU
 * (`pastSeconds`, none where nothing is learnt yet). `null` where nobody can say: it waits, or takes longer than ever.
 */
export function secondsLeft(job: Job, pastSeconds: readonly number[], nowMs: number): number | null {
  const { stage, enteredAtMs } = job;
  if (stage.name !== 'running' || stage.progress.state !== 'running') return null;
  const usual = pastSeconds.toSorted((one, other) => one - other)[Math.floor(pastSeconds.length / 2)];
  if (usual === undefined) return null;
  const { progressRatio } = stage.progress;
  const left = progressRatio
    ? usual * (1 - progressRatio)
    : usual - (nowMs - (enteredAtMs.running ?? nowMs)) / 1_000;
  return left > 0 ? left : null;
}
