import type { ErrorCode } from '#shared/errors/codes.ts';
import type { Job, StageName } from '#shared/jobs/job.ts';

/** Stages in which nothing has been asked of an engine that could cost money. */
const unpaid: readonly StageName[] = ['created', 'preparing', 'uploading', 'uploaded'];

/** Faults of the picture or the device, which every engine would meet. */
const notTheEngine: ReadonlySet<ErrorCode> = new Set([
  'picture-empty',
  'picture-not-a-picture',
  'picture-too-large',
  'picture-unavailable',
  'picture-unsupported',
  'picture-lost',
  'page-closed-to-extensions',
  'storage-full',
]);

/** Whether a failed job may be given to another engine: never while a run of it may exist. */
export function canMove(job: Job): boolean {
  const { stage } = job;
  if (stage.name !== 'failed' || stage.runId !== null || wasEverUnsure(job)) return false;
  if (job.recipe.sourceKey === '' || notTheEngine.has(stage.error.code)) return false;
  return stage.retryFrom === null || unpaid.includes(stage.retryFrom.name);
}

/**
 * Whether an answer was lost since the job was last begun. Its run was looked for and not found, or the
 * request would not have been sent anew; but what is not on a list may exist.
 */
function wasEverUnsure({ enteredAtMs }: Job): boolean {
  return (enteredAtMs.reconciling ?? -1) >= (enteredAtMs.created ?? 0);
}
