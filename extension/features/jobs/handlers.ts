import type { Handlers } from '../../messaging.ts';
import { loadConnections } from '../../platform/connection-store.ts';
import { dataUrlOf } from '../../platform/data-url.ts';
import type { Services } from '../../platform/services.ts';
import type { JobMessages } from './messages.ts';
import { moveToEngine } from './move-to-engine.ts';
import { panelHandlers } from './panel-handlers.ts';
import { type JobHelp, retryHandlers, type Starters } from './retry-handlers.ts';

export function jobHandlers(
  starters: Starters & JobHelp,
  services: Services,
): Pick<Handlers, Exclude<keyof JobMessages, 'jobs.readPreview'>> {
  const { runner, startOnce, retryItem } = starters;
  const { blobs, journal } = services;
  return {
    ...panelHandlers(startOnce, services),
    'jobs.cancel': ({ jobId }) => runner.cancel(jobId),
    ...retryHandlers(starters, services),
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
      await runner.handOver(jobId, await moveToEngine(job.recipe, connection, services));
      // Its item was given up already: without it nobody would let the job through.
      if (batchId !== undefined) await retryItem(batchId, Number(itemId));
    },
  };
}
