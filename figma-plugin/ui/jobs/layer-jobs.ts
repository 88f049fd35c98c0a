import { createPoller } from '#shared/engines/polling/poller.ts';
import type { ImageCodec } from '#shared/images/codec.ts';
import type { Workflow } from '#shared/jobs/drive.ts';
import type { Job } from '#shared/jobs/job.ts';
import { createJobRunner } from '#shared/jobs/runner.ts';
import type { Clock, Ids } from '#shared/ports.ts';
import type { MainThread } from '../../bridge/request.ts';
import type { MemoryBlobs } from '../platform/memory-blobs.ts';
import { createJobRows, type JobRows } from './job-rows.ts';
import type { LayerJob, LayerJobState, Order } from './layer-job.ts';
import type { LayerJournal } from './layer-journal.ts';
import { createLayerSender } from './layer-sender.ts';
import { createResultPlacer, type ResultPlacer } from './result-placer.ts';
import { createRowActions } from './row-actions.ts';
import { createTakingUp } from './taking-up.ts';
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
  const runner = createJobRunner({
    ...deps,
    poller: createPoller({ clock: deps.clock, hints: true }),
    isOffline: ({ recipe }) => !navigator.onLine && recipe.engine !== 'on-device',
    onChange: (job) => followJob(job, rows, placer),
  });
  const sender = createLayerSender({ ...deps, rows, runner });
  const actions = createRowActions({ ...deps, rows, placer, runner, sender });

  return {
    ...actions,
    ...createTakingUp({ ...deps, rows, runner, sender, actions }),
    rows: rows.store,

    start(orders: readonly Order[]): void {
      rows.keep(({ state }) => state.name !== 'placed' && state.name !== 'cancelled');
      actions.add(orders.map((order) => queuedRow(ids.uuid(), order)));
    },

    /** How many results wait for other files. */
    elsewhereCount: () => journal.elsewhereCount() + waiting.elsewhereCount(),
  };
}

function followJob(job: Job, rows: JobRows, placer: ResultPlacer): void {
  const row = rows.get(job.id);
  if (!row) return;
  rows.change(row.id, { jobId: job.id, state: stateOf(job), costUsd: costOf(job) ?? row.costUsd });
  if (job.stage.name === 'done') void placer.place(row.id, false);
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
