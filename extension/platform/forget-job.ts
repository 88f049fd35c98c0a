import type { Job } from '#shared/jobs/job.ts';
import { loadLastPicture } from './last-picture.ts';
import type { Services } from './services.ts';

/** Deletes a job, and of its pictures those that no other job, no batch and no panel still needs. */
export async function forgetJob(job: Job, { journal, blobs, batches }: Services): Promise<void> {
  await journal.delete(job.id);
  const needed = new Set((await journal.list()).flatMap(picturesOf));
  const last = await loadLastPicture();
  if (last) needed.add(last.sourceKey);
  for (const key of picturesOf(job)) {
    if (!needed.has(key) && !(await batches.hasPicture(key))) await blobs.delete(key);
  }
}

function picturesOf({ recipe, stage }: Job): string[] {
  const result = stage.name === 'done' ? [stage.result.key] : [];
  const input = stage.name === 'uploading' ? [stage.inputKey] : [];
  return [recipe.sourceKey, ...result, ...input].filter((key) => key !== '');
}
