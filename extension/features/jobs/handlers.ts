import type { Connection } from '#shared/connection/connection.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { canMove } from '#shared/jobs/failover.ts';
import type { Job } from '#shared/jobs/job.ts';
import { moveRecipe, newRecipe } from '#shared/jobs/new-recipe.ts';
import { type JobRunner, noSource } from '#shared/jobs/runner.ts';
import { systemIds } from '#shared/platform.ts';
import type { BlobKey, StoredBlob } from '#shared/ports.ts';
import { findPreset } from '#shared/presets/find-preset.ts';
import type { Handlers } from '../../messaging.ts';
import { loadConnections, loadMainConnection } from '../../platform/connection-store.ts';
import { dataUrlOf } from '../../platform/data-url.ts';
import type { Services } from '../../platform/services.ts';
import type { JobMessages, RestyleRequest } from './messages.ts';

/** `captureAgain` begins anew a job whose picture was never read: that is the page's business. */
export function jobHandlers(
  runner: JobRunner,
  { blobs, journal }: Services,
  captureAgain: (job: Job) => Promise<void>,
): Pick<Handlers, keyof JobMessages> {
  return {
    'jobs.start': (request) => startFromPanel(request),
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
      if (job && connection && canMove(job)) await beginWith(job, connection);
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

  async function startFromPanel(request: RestyleRequest): Promise<string> {
    const source = await sourceOf(request.sourceKey);
    const recipe = newRecipe(await loadMainConnection(), {
      preset: findPreset(request.presetId),
      typed: request.prompt,
      strength: request.strength,
      seed: request.seed ?? systemIds.seed(),
    });
    const { label, captureRoute, receipt } = request;
    const context = { label, captureRoute, surface: 'popup', ...(receipt && { receipt }) } as const;
    const job = await runner.start({ source, recipe, context });
    return job.id;
  }
}
