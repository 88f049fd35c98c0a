import { createPoller } from '#shared/engines/polling/poller.ts';
import type { ImageCodec } from '#shared/images/codec.ts';
import type { Workflow } from '#shared/jobs/drive.ts';
import type { Job } from '#shared/jobs/job.ts';
import { createJobRunner } from '#shared/jobs/runner.ts';
import type { Clock, Ids } from '#shared/ports.ts';
import type { MainThread } from '../../bridge/request.ts';
import type { MemoryBlobs } from '../platform/memory-blobs.ts';
import { failedIds, unfinishedIds } from './batch-figures.ts';
import { createJobRows, type JobRows } from './job-rows.ts';
import type { LayerJob, LayerJobState, Order } from './layer-job.ts';
import type { LayerJournal } from './layer-journal.ts';
import { createLayerSender } from './layer-sender.ts';
import { createResultPlacer } from './result-placer.ts';
import { reviveJobs } from './resume-jobs.ts';

export type LayerJobsDeps = {
  main: MainThread;
  fileId: string;
  journal: LayerJournal;
  blobs: MemoryBlobs;
  codec: ImageCodec;
  clock: Clock;
  ids: Ids;
  /** Raises `not-configured`. */
  workflow(job: Job): Promise<Workflow>;
};

export type LayerJobs = ReturnType<typeof createLayerJobs>;

/** Layers out, restyled, back in: one row for each, from the press of the button to the canvas. */
export function createLayerJobs(deps: LayerJobsDeps) {
  const { journal, ids } = deps;
  const rows = createJobRows();
  const placer = createResultPlacer({ ...deps, rows });
  const poller = createPoller({ clock: deps.clock, hints: true });
  const isOffline = () => !navigator.onLine;
  const runner = createJobRunner({ ...deps, poller, isOffline, onChange: followJob });
  const sender = createLayerSender({ ...deps, rows, runner });

  function followJob(job: Job): void {
    const row = rows.find(({ jobId }) => jobId === job.id) ?? exportingRow(rows, job);
    if (!row) return;
    rows.change(row.id, { jobId: job.id, state: stateOf(job), costUsd: costOf(job) ?? row.costUsd });
    if (job.stage.name === 'done') void placer.place(row.id, false);
  }

  async function cancel(id: string): Promise<void> {
    const jobId = rows.get(id)?.jobId;
    return jobId ? runner.cancel(jobId) : sender.stop(id);
  }

  async function retry(id: string): Promise<void> {
    const row = rows.get(id);
    if (row?.state.name !== 'failed') return;
    if (row.state.retryFrom === 'place') return placer.place(id, false);
    if (row.state.retryFrom === 'job' && row.jobId) return runner.retry(row.jobId);
    if (row.jobId) await journal.delete(row.jobId);
    rows.change(id, { jobId: null, state: { name: 'queued' } });
    sender.send(id);
  }

  return {
    rows: rows.store,

    start(orders: readonly Order[]): void {
      rows.keep(({ state }) => state.name !== 'placed' && state.name !== 'cancelled');
      const added = orders.map((order) => queuedRow(ids.uuid(), order));
      rows.add(added);
      for (const { id } of added) sender.send(id);
    },

    cancel,
    retry,
    /** What waits is given up, what runs is stopped; what is placed stays. */
    cancelAll: () => Promise.all(unfinishedIds(rows.store.get()).reverse().map(cancel)),
    retryFailed: () => Promise.all(failedIds(rows.store.get()).map(retry)),

    placeOnPage: (id: string): Promise<void> => placer.place(id, true),

    /** Takes an ended row off the list. A result that was never placed is given up with it. */
    async dismiss(id: string): Promise<void> {
      const row = rows.get(id);
      rows.keep((other) => other !== row);
      if (row?.jobId && row.state.name !== 'placed') await journal.delete(row.jobId);
    },

    /** Goes on with what an earlier life of the panel left; may be called at any time. */
    async resume(): Promise<void> {
      rows.add(await reviveJobs({ ...deps, rows }));
      await runner.resume();
    },
  };
}

function queuedRow(id: string, order: Order): LayerJob {
  return { ...order, id, jobId: null, costUsd: null, state: { name: 'queued' } };
}

function costOf({ stage }: Job): number | null {
  return stage.name === 'done' || stage.name === 'collecting' ? stage.figures.costUsd : null;
}

/** Layers are exported one by one, so a job that has no row yet can only be the exporting one's. */
function exportingRow(rows: JobRows, job: Job): LayerJob | null {
  return rows.find(
    (row) => row.jobId === null && row.state.name === 'exporting' && row.nodeId === job.context.nodeId,
  );
}

function stateOf(job: Job): LayerJobState {
  if (job.stage.name === 'cancelled') return { name: 'cancelled' };
  if (job.stage.name !== 'failed') return { name: 'working', job };
  const { error } = job.stage;
  return { name: 'failed', error, retryFrom: error.code === 'picture-lost' ? 'export' : 'job' };
}
