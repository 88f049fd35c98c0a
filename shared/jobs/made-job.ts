import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import { readPictureHeader } from '#shared/images/header.ts';
import type { RunnerDeps } from '#shared/jobs/drive.ts';
import type { Job, Recipe } from '#shared/jobs/job.ts';
import type { JobRequest, StoredPicture } from '#shared/jobs/job-request.ts';
import { newJob } from '#shared/jobs/new-job.ts';
import { canHappen, transition } from '#shared/jobs/transitions.ts';
import type { StoredBlob } from '#shared/ports.ts';

/** A request as a job: failed from the start where its picture cannot be read. */
export async function jobFrom({ id, source, recipe, context }: JobRequest, deps: RunnerDeps): Promise<Job> {
  const { key: sourceKey, widthPx, heightPx, error } = await stored(source, deps);
  const created = newJob({ ...recipe, sourceKey }, { ...context, widthPx, heightPx }, deps, id);
  return error ? refused(created, error, deps) : created;
}

async function stored(
  source: JobRequest['source'],
  { blobs }: RunnerDeps,
): Promise<StoredPicture & { error?: ErrorData }> {
  if ('key' in source) return source;
  const header = headerOf(source);
  const key = await blobs.put(source);
  return 'error' in header ? { key, widthPx: 0, heightPx: 0, ...header } : { ...header, key };
}

/** Where its run has ended or never was, a job gets a new nonce: the next run is another one. */
export function retriedJob(job: Job, { clock, ids }: RunnerDeps): Job | null {
  if (!canHappen(job, 'retried')) return null;
  const startsAfresh = job.stage.name !== 'failed' || job.stage.retryFrom === null;
  const retried = transition(job, { type: 'retried' }, clock.nowMs());
  return startsAfresh ? { ...retried, nonce: ids.uuid() } : retried;
}

export function handedOverJob(
  job: Job,
  recipe: Omit<Recipe, 'sourceKey'>,
  { clock, ids }: RunnerDeps,
): Job | null {
  if (!canHappen(job, 'handed-over')) return null;
  const event = { type: 'handed-over', recipe, nonce: ids.uuid(), isAutomatic: false } as const;
  return transition(job, event, clock.nowMs());
}

export function refused(job: Job, error: ErrorData, { clock }: RunnerDeps): Job {
  return transition(job, { type: 'failed', error, retryFrom: null }, clock.nowMs());
}

function headerOf(source: StoredBlob): { widthPx: number; heightPx: number } | { error: ErrorData } {
  try {
    return readPictureHeader(source.bytes);
  } catch (error) {
    return { error: toErrorData(error) };
  }
}
