import type { Job, JobContext, Recipe } from '#shared/jobs/job.ts';
import type { Clock, Ids } from '#shared/ports.ts';

/** A job as it is before anything has happened. */
export function newJob(
  recipe: Recipe,
  context: JobContext,
  { clock, ids }: { clock: Clock; ids: Ids },
  id: string = ids.uuid(),
): Job {
  const nowMs = clock.nowMs();
  return {
    version: 1,
    id,
    nonce: ids.uuid(),
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    recipe,
    context,
    cancelRequested: false,
    trouble: null,
    stage: { name: 'created' },
    enteredAtMs: { created: nowMs },
  };
}
