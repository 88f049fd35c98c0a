import type { Job, Stage, StageName } from '#shared/jobs/job.ts';
import type { Clock, StoredBlob } from '#shared/ports.ts';
import type { MainThread } from '../../bridge/request.ts';
import { exportSource } from '../layers/export-source.ts';
import type { MemoryBlobs } from '../platform/memory-blobs.ts';
import type { JobRows } from './job-rows.ts';
import type { LayerJob } from './layer-job.ts';
import type { Entry, LayerJournal } from './layer-journal.ts';
import { lostSource } from './lost-source.ts';
import { isOld } from './resume-orders.ts';
import type { WaitingOrders } from './waiting-orders.ts';

type Deps = {
  main: MainThread;
  journal: LayerJournal;
  waiting: WaitingOrders;
  blobs: MemoryBlobs;
  rows: JobRows;
  clock: Clock;
};

/**
 * Makes the jobs of an earlier life of the panel fit to go on: their pictures died with it, their
 * runs did not. Answers a row for each; the runner takes them up. An old one that was never sent is an
 * order again.
 */
export async function reviveJobs({ main, journal, waiting, blobs, rows, clock }: Deps): Promise<LayerJob[]> {
  const revived: LayerJob[] = [];
  const isListed = ({ job }: Entry) => rows.get(job.id) !== null;
  for (const entry of journal.unplaced().filter((one) => !isListed(one))) {
    if (entry.job.stage.name === 'cancelled') {
      await journal.delete(entry.job.id);
      continue;
    }
    if (isUnsent(entry.job) && isOld(entry.job.updatedAtMs, clock)) {
      await waiting.keep({ ...rowFor(entry.job, entry), state: { name: 'queued' } }, entry.job.updatedAtMs);
      await journal.delete(entry.job.id);
      continue;
    }
    const job = { ...entry.job, stage: revivedStage(entry.job) };
    await journal.put(job);
    blobs.restore(job.recipe.sourceKey, await sourceAgain(main, entry));
    revived.push(rowFor(job, entry));
  }
  return revived;
}

/** Nothing of it is paid for, and nobody has called it off. */
function isUnsent({ stage, cancelRequested }: Job): boolean {
  return !cancelRequested && unsent.some((name) => name === stage.name);
}

const unsent = ['created', 'preparing', 'uploading', 'uploaded'] as const satisfies readonly StageName[];

/** Prepared pictures are made again, and so is what this device drew; a result that was fetched but not placed is fetched again. */
function revivedStage({ stage, recipe }: Job): Stage {
  if (recipe.engine === 'on-device' && stage.name !== 'failed') return { name: 'created' };
  // Not sent yet, and a picture that was to travel inside the request is gone as well.
  if (unsent.some((name) => name === stage.name)) return { name: 'created' };
  if (stage.name !== 'done') return stage;
  const unseen = { state: 'running', progressRatio: null, queuePosition: null } as const;
  return { name: 'running', runId: stage.runId, progress: unseen };
}

/** The layer as it is now, or what stands in for it. */
async function sourceAgain(main: MainThread, { target }: Entry): Promise<StoredBlob> {
  return exportSource(main, target).then(
    ({ source }) => source,
    () => ({ bytes: lostSource(), mimeType: 'image/png' }),
  );
}

function rowFor(job: Job, { target }: Entry): LayerJob {
  const { fileId: _file, place: _place, ...order } = target;
  const { sourceKey: _, ...recipe } = job.recipe;
  const state =
    job.stage.name === 'failed'
      ? ({ name: 'failed', error: job.stage.error, retryFrom: 'job' } as const)
      : ({ name: 'working', job } as const);
  return { ...order, id: job.id, recipe, jobId: job.id, costUsd: null, state };
}
