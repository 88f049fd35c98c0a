import { loadLastPicture } from '#shared/capture/last-picture.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { defaultLimits } from '#shared/history/retention.ts';
import { createCanvasCodec } from '#shared/images/canvas-codec.ts';
import type { Job } from '#shared/jobs/job.ts';
import { createStartOnce } from '#shared/jobs/once.ts';
import { type PanelRequest, requestForAnother, requestFromPanel } from '#shared/jobs/panel-request.ts';
import { systemClock, systemIds } from '#shared/platform.ts';
import type { BlobKey } from '#shared/ports.ts';
import { removeEntries } from '#shared/web/retention/remove-entries.ts';
import { sweepPictures } from '#shared/web/retention/sweep-pictures.ts';
import { tidyHistory } from '#shared/web/retention/tidy-history.ts';
import type { Services } from '../platform/services.ts';
import { createRecordingRunner } from './recording-runner.ts';

export type Desk = ReturnType<typeof createDesk>;

const surface = 'studio';
const tidyAfterMs = 5_000;

/** The page's one runner and what people ask of it. To be made by the tab whose turn it is, and by no other. */
export function createDesk(services: Services) {
  const { database, journal, blobs, history, connections, documents, library, changes } = services;
  const codec = createCanvasCodec();
  const runner = createRecordingRunner(services, codec);
  const startOnce = createStartOnce(runner, { journal, clock: systemClock });

  async function readSource(key: BlobKey) {
    const source = await blobs.get(key);
    if (!source) throw new AppError('picture-lost', 'The picture is no longer stored');
    return source;
  }

  async function namedElsewhere(): Promise<BlobKey[]> {
    const last = await loadLastPicture(documents);
    return last ? [last.sourceKey] : [];
  }

  return {
    /** Takes up what an earlier visit left unfinished, now and whenever that may go on again. */
    begin(): void {
      const resume = () => void runner.resume().catch(() => {});
      resume();
      addEventListener('online', resume);
      document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && resume());
      setTimeout(() => {
        const keeping = { database, history, blobs, codec, onRecorded: changes.tell };
        void tidyHistory(keeping, { limits: defaultLimits, namedElsewhere }).catch(() => {});
      }, tidyAfterMs);
    },

    async start(request: PanelRequest & { sourceKey: BlobKey }): Promise<void> {
      const source = await readSource(request.sourceKey);
      const { chosen } = await connections.load();
      if (!chosen) throw new AppError('deployment-not-found', 'No workflow is known yet');
      const answer = { source, connection: chosen, library, surface, ids: systemIds } as const;
      await startOnce(requestFromPanel(request, answer));
      // So that a phone that runs short of room forgets others first.
      void navigator.storage.persist?.();
    },

    /** The same once more, with another seed. */
    async vary(job: Job): Promise<void> {
      const source = await readSource(job.recipe.sourceKey);
      await startOnce(requestForAnother(job, { source, surface, ids: systemIds }));
    },

    cancel: (jobId: string) => void runner.cancel(jobId),
    retry: (jobId: string) => void runner.retry(jobId),

    /** Deletes a job for good, and of its pictures those that nothing else needs. */
    async forget(jobId: string): Promise<void> {
      const released = await removeEntries([jobId], database);
      await sweepPictures(database, { released, namedElsewhere });
      changes.tell();
    },
  };
}
