import { toErrorData } from '#shared/errors/app-error.ts';
import type { ImageCodec } from '#shared/images/codec.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { MainThread } from '../../bridge/request.ts';
import type { MemoryBlobs } from '../platform/memory-blobs.ts';
import type { JobRows } from './job-rows.ts';
import type { LayerJournal } from './layer-journal.ts';
import { placeResult } from './place-result.ts';

type Deps = { main: MainThread; journal: LayerJournal; blobs: MemoryBlobs; codec: ImageCodec; rows: JobRows };

export type ResultPlacer = {
  /** Puts a row's result above its layer, or with `onPage` where that was. Never rejects. */
  place(id: string, onPage: boolean): Promise<void>;
};

export function createResultPlacer(deps: Deps): ResultPlacer {
  const { rows, journal, blobs } = deps;

  return {
    async place(id, onPage) {
      const row = rows.get(id);
      const entry = row?.jobId ? journal.entry(row.jobId) : null;
      if (!row || !entry) return;
      rows.change(id, { state: { name: 'placing' } });
      try {
        const placed = await placeResult(row, entry, deps, onPage);
        rows.change(id, { state: placed });
      } catch (error) {
        rows.change(id, { state: { name: 'failed', error: toErrorData(error), retryFrom: 'place' } });
        return;
      }
      // Whatever happens now, the picture lies on the canvas: nothing may place it a second time.
      await journal.markPlaced(entry.job.id).catch(() => {});
      await forgetPictures(entry.job, blobs);
    },
  };
}

async function forgetPictures(job: Job, blobs: MemoryBlobs): Promise<void> {
  await blobs.delete(job.recipe.sourceKey);
  if (job.stage.name === 'done') await blobs.delete(job.stage.result.key);
}
