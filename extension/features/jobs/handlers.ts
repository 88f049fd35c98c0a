import type { Connection } from '#shared/connection/connection.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Job } from '#shared/jobs/job.ts';
import { moveRecipe, newRecipe } from '#shared/jobs/new-recipe.ts';
import { type JobRunner, noSource } from '#shared/jobs/runner.ts';
import { systemIds } from '#shared/platform.ts';
import type { BlobKey, StoredBlob } from '#shared/ports.ts';
import { findIn, nameOfOwn } from '#shared/presets/preset-library.ts';
import type { Handlers } from '../../messaging.ts';
import { loadConnections, loadMainConnection } from '../../platform/connection-store.ts';
import { dataUrlOf } from '../../platform/data-url.ts';
import type { Services } from '../../platform/services.ts';
import type { JobMessages, RestyleRequest } from './messages.ts';

type Comparison = Parameters<JobMessages['jobs.compare']>[0];

/** `captureAgain` begins anew a job whose picture was never read: that is the page's business. */
export function jobHandlers(
  runner: JobRunner,
  { blobs, journal, presets }: Services,
  captureAgain: (job: Job) => Promise<void>,
): Pick<Handlers, Exclude<keyof JobMessages, 'jobs.readPreview'>> {
  return {
    'jobs.start': async (request) => startWith(request, await loadMainConnection()),
    'jobs.compare': compare,
    'jobs.cancel': ({ jobId }) => runner.cancel(jobId),
    'jobs.retry': ({ jobId }) => retry(jobId),
    'jobs.resume': () => runner.resume(),
    'jobs.read': ({ jobId }) => journal.get(jobId),
    'jobs.readPicture': async ({ key }) => {
      const picture = await blobs.get(key);
      return picture && dataUrlOf(picture);
    },
    'jobs.useEngine': async ({ jobId, engine }) => {
      const job = await journal.get(jobId);
      const connection = (await loadConnections()).find((each) => each.engine === engine);
      if (job && connection) await runner.handOver(jobId, moveRecipe(job.recipe, connection));
    },
  };

  async function retry(jobId: string): Promise<void> {
    const job = await journal.get(jobId);
    if (job?.recipe.sourceKey === noSource) return captureAgain(job);
    // Asked for before there was a connection: it gets its whole recipe now.
    if (job?.recipe.deploymentId === '') return beginWith(job, await loadMainConnection());
    if (job?.stage.name === 'done') return vary(job);
    await runner.retry(jobId);
  }

  /** A finished picture once more, with another seed, as a job of its own. */
  async function vary({ recipe, context }: Job): Promise<void> {
    const source = await sourceOf(recipe.sourceKey);
    await runner.start({
      source,
      recipe: { ...recipe, seed: systemIds.seed() },
      context: { ...context, surface: 'popup' },
    });
  }

  async function beginWith({ id, recipe, context }: Job, connection: Connection | null): Promise<void> {
    const source = await sourceOf(recipe.sourceKey);
    await runner.start({ id, source, recipe: moveRecipe(recipe, connection), context });
  }

  async function sourceOf(key: BlobKey): Promise<StoredBlob> {
    const source = await blobs.get(key);
    if (!source) throw new AppError('picture-lost', 'The picture is no longer stored');
    return source;
  }

  async function compare({ request, engines }: Comparison): Promise<string[]> {
    const comparisonId = systemIds.uuid();
    const seed = request.seed ?? systemIds.seed();
    const connections = await loadConnections();
    const ids: string[] = [];
    for (const engine of engines) {
      const connection = connections.find((each) => each.engine === engine);
      if (!connection) throw new AppError('not-configured', `No connection to ${engine} is stored`);
      ids.push(await startWith({ ...request, seed }, connection, comparisonId));
    }
    return ids;
  }

  async function startWith(
    request: RestyleRequest,
    connection: Connection | null,
    comparisonId?: string,
  ): Promise<string> {
    const source = await sourceOf(request.sourceKey);
    const preset = findIn(await presets.load(), request.presetId);
    const recipe = newRecipe(connection, {
      preset,
      typed: request.prompt,
      strength: request.strength,
      seed: request.seed ?? systemIds.seed(),
      gpu: request.gpu ?? null,
    });
    const { label, captureRoute } = request;
    const where = { label, captureRoute, surface: 'popup', ...nameOfOwn(preset) } as const;
    const context = comparisonId === undefined ? where : { ...where, comparisonId };
    const job = await runner.start({ source, recipe, context });
    return job.id;
  }
}
