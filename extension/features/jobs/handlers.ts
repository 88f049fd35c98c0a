import type { Connection } from '#shared/connection/connection.ts';
import type { Job, Recipe } from '#shared/jobs/job.ts';
import { moveRecipe } from '#shared/jobs/new-recipe.ts';
import type { StartOnce } from '#shared/jobs/once.ts';
import { alone, requestForAnother } from '#shared/jobs/panel-request.ts';
import { type JobRunner, noSource } from '#shared/jobs/runner.ts';
import { systemIds } from '#shared/platform.ts';
import { findIn } from '#shared/presets/preset-library.ts';
import type { Handlers } from '../../messaging.ts';
import { loadConnections, loadMainConnection } from '../../platform/connection-store.ts';
import { dataUrlOf } from '../../platform/data-url.ts';
import type { Services } from '../../platform/services.ts';
import type { JobMessages } from './messages.ts';
import { panelHandlers } from './panel-handlers.ts';
import { readSource } from './read-source.ts';

export type Starters = { runner: JobRunner; startOnce: StartOnce };

/** What only other features can do for a job. */
export type JobHelp = {
  /** Begins anew a job whose picture was never read: that is the page's business. */
  captureAgain: (job: Job) => Promise<void>;
  /** Puts an item back into its batch, which lets it through when its turn comes. */
  retryItem: (batchId: string, index: number) => Promise<void>;
};

export function jobHandlers(
  { runner, startOnce, captureAgain, retryItem }: Starters & JobHelp,
  services: Services,
): Pick<Handlers, Exclude<keyof JobMessages, 'jobs.readPreview'>> {
  const { blobs, journal, batches, presets } = services;
  return {
    ...panelHandlers(startOnce, services),
    'jobs.cancel': ({ jobId }) => runner.cancel(jobId),
    'jobs.retry': ({ jobId }) => retry(jobId),
    'jobs.vary': ({ jobId }) => vary(jobId),
    'jobs.resume': () => runner.resume(),
    'jobs.read': ({ jobId }) => journal.get(jobId),
    'jobs.readPicture': async ({ key }) => {
      const picture = await blobs.get(key);
      return picture && dataUrlOf(picture);
    },
    'jobs.useEngine': async ({ jobId, engine }) => {
      const job = await journal.get(jobId);
      const connection = (await loadConnections()).find((each) => each.engine === engine);
      if (!job || !connection) return;
      const { batchId, itemId } = job.context;
      await runner.handOver(jobId, await moved(job.recipe, connection));
      // Its item was given up already: without it nobody would let the job through.
      if (batchId !== undefined) await retryItem(batchId, Number(itemId));
    },
  };

  async function moved(recipe: Recipe, connection: Connection | null) {
    const preset = findIn(await presets.load(), recipe.presetId);
    return moveRecipe(recipe, connection, preset ?? undefined);
  }

  async function retry(jobId: string): Promise<void> {
    const job = await journal.get(jobId);
    if (job?.recipe.sourceKey === noSource && !job.isRecovered) return captureAgain(job);
    // Asked for before there was a connection: it gets its whole recipe now.
    if (job?.recipe.deploymentId === '') return beginWith(job, await loadMainConnection());
    if (job?.context.batchId !== undefined) return retryOfBatch(job, job.context.batchId);
    await runner.retry(jobId);
  }

  async function retryOfBatch({ recipe, context }: Job, batchId: string): Promise<void> {
    const index = Number(context.itemId);
    if (await batches.item(batchId, index)) return retryItem(batchId, index);
    const source = await readSource(blobs, recipe.sourceKey);
    await startOnce({ source, recipe, context: alone(context), isSeedRandom: false, again: false });
  }

  /** A picture once more, with another seed, as a job of its own. */
  async function vary(jobId: string): Promise<void> {
    const job = await journal.get(jobId);
    if (!job) return;
    const source = await readSource(blobs, job.recipe.sourceKey);
    await startOnce(requestForAnother(job, { source, surface: 'popup', ids: systemIds }));
  }

  async function beginWith({ id, recipe, context }: Job, connection: Connection | null): Promise<void> {
    const source = await readSource(blobs, recipe.sourceKey);
    const movedRecipe = await moved(recipe, connection);
    await runner.start({ id, source, recipe: movedRecipe, context: alone(context) });
  }
}
