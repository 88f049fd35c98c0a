import { createPoller } from '#shared/engines/polling/poller.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import type { ImageCodec } from '#shared/images/codec.ts';
import type { Workflow } from '#shared/jobs/drive.ts';
import type { Job } from '#shared/jobs/job.ts';
import { createJobRunner } from '#shared/jobs/runner.ts';
import type { Clock, Ids } from '#shared/ports.ts';
import type { MainThread } from '../../bridge/request.ts';
import type { MemoryBlobs } from '../platform/memory-blobs.ts';
import { failedIds, unfinishedIds } from './batch-figures.ts';
import { createJobRows } from './job-rows.ts';
import type { LayerJob, LayerJobState, Order } from './layer-job.ts';
import type { LayerJournal } from './layer-journal.ts';
import { createLayerSender } from './layer-sender.ts';
import { createResultPlacer } from './result-placer.ts';
import { reviveJobs, reviveOrders } from './resume-jobs.ts';
import type { WaitingOrders } from './waiting-orders.ts';

export type LayerJobsDeps = {
  main: MainThread;
  fileId: string;
  journal: LayerJournal;
  waiting: WaitingOrders;
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
  const { journal, waiting, ids } = deps;
  const rows = createJobRows();
  const placer = createResultPlacer({ ...deps, rows });
  const poller = createPoller({ clock: deps.clock, hints: true });
  const isOffline = () => !navigator.onLine;
  const runner = createJobRunner({ ...deps, poller, isOffline, onChange: followJob });
  const sender = createLayerSender({ ...deps, rows, runner });

  function followJob(job: Job): void {
    const row = rows.get(job.id);
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
    const again: LayerJob = { ...row, state: { name: 'queued' } };
    rows.change(id, again);
    await queue(again);
  }

  /** Written down first: what was ordered is not forgotten when the panel closes before its turn. */
  async function queue(row: LayerJob): Promise<void> {
    const { id, jobId } = row;
    try {
      await waiting.keep(row);
      if (jobId) await journal.delete(jobId);
      rows.change(id, { jobId: null });
      sender.send(id);
    } catch (error) {
      rows.change(id, { state: { name: 'failed', error: toErrorData(error), retryFrom: 'export' } });
    }
  }

  return {
    rows: rows.store,

    start(orders: readonly Order[]): void {
      rows.keep(({ state }) => state.name !== 'placed' && state.name !== 'cancelled');
      const added = orders.map((order) => queuedRow(ids.uuid(), order));
      rows.add(added);
      for (const row of added) void queue(row);
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
      await waiting.forget(id);
      if (row?.jobId && row.state.name !== 'placed') await journal.delete(row.jobId);
    },

    /** How many results wait for other files. */
    elsewhereCount: () => journal.elsewhereCount() + waiting.elsewhereCount(),

    /** Goes on with what an earlier life of the panel left; may be called at any time. */
    async resume(): Promise<void> {
      rows.add(await reviveJobs({ ...deps, rows }));
      await runner.resume();
      const left = reviveOrders({ ...deps, rows });
      rows.add(left);
      for (const { id, state } of left) if (state.name === 'queued') sender.send(id);
    },
  };
}

function queuedRow(id: string, order: Order): LayerJob {
  return { ...order, id, jobId: null, costUsd: null, state: { name: 'queued' } };
}

function costOf({ stage }: Job): number | null {
  return stage.name === 'done' || stage.name === 'collecting' ? stage.figures.costUsd : null;
}

function stateOf(job: Job): LayerJobState {
  if (job.stage.name === 'cancelled') return { name: 'cancelled' };
  if (job.stage.name !== 'failed') return { name: 'working', job };
  const { error } = job.stage;
  return { name: 'failed', error, retryFrom: error.code === 'picture-lost' ? 'export' : 'job' };
}
