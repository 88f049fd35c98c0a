import type { Job } from '#shared/jobs/job.ts';
import { noSource } from '#shared/jobs/job-request.ts';
import type { StartOnce } from '#shared/jobs/once.ts';
import { alone, requestForAnother } from '#shared/jobs/panel-request.ts';
import type { JobRunner } from '#shared/jobs/runner.ts';
import { systemIds } from '#shared/platform.ts';
import type { Handlers } from '../../messaging.ts';
import { loadMainConnection } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import { moveToEngine } from './move-to-engine.ts';
import { readSource } from './read-source.ts';

export type Starters = { runner: JobRunner; startOnce: StartOnce };

/** What only other features can do for a job. */
export type JobHelp = {
  /** Begins anew a job whose picture was never read: that is the page's business. */
  captureAgain: (job: Job) => Promise<void>;
  /** Puts an item back into its batch, which lets it through when its turn comes. */
  retryItem: (batchId: string, index: number) => Promise<void>;
};

/** The same picture once more: the job that failed, or a new one with another seed. */
export function retryHandlers(
  { runner, startOnce, captureAgain, retryItem }: Starters & JobHelp,
  services: Services,
): Pick<Handlers, 'jobs.retry' | 'jobs.vary'> {
  const { blobs, journal, batches } = services;

  async function beginWithConnection({ id, recipe, context }: Job): Promise<void> {
    const source = await readSource(blobs, recipe.sourceKey);
    const moved = await moveToEngine(recipe, await loadMainConnection(), services);
    await runner.start({ id, source, recipe: moved, context: alone(context) });
  }

  async function retryOfBatch({ recipe, context }: Job, batchId: string): Promise<void> {
    const index = Number(context.itemId);
    if (await batches.item(batchId, index)) return retryItem(batchId, index);
    const source = await readSource(blobs, recipe.sourceKey);
    await startOnce({ source, recipe, context: alone(context), isSeedRandom: false, again: false });
  }

  return {
    'jobs.retry': async ({ jobId }) => {
      const job = await journal.get(jobId);
      if (job?.recipe.sourceKey === noSource && !job.isRecovered) return captureAgain(job);
      // Asked for before there was a connection: it gets its whole recipe now.
      if (job?.recipe.deploymentId === '') return beginWithConnection(job);
      if (job?.context.batchId !== undefined) return retryOfBatch(job, job.context.batchId);
      await runner.retry(jobId);
    },
    'jobs.vary': async ({ jobId }) => {
      const job = await journal.get(jobId);
      if (!job) return;
      const source = await readSource(blobs, job.recipe.sourceKey);
      await startOnce(requestForAnother(job, { source, surface: 'popup', ids: systemIds }));
    },
  };
}
