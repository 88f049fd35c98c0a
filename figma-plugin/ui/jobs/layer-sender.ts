import { toErrorData } from '#shared/errors/app-error.ts';
import type { JobRunner } from '#shared/jobs/runner.ts';
import type { Clock } from '#shared/ports.ts';
import type { MainThread } from '../../bridge/request.ts';
import { exportSource } from '../layers/export-source.ts';
import type { JobRows } from './job-rows.ts';
import { type LayerJob, orderOf } from './layer-job.ts';
import type { LayerJournal } from './layer-journal.ts';
import type { WaitingOrders } from './waiting-orders.ts';

type Deps = {
  main: MainThread;
  fileId: string;
  journal: LayerJournal;
  waiting: WaitingOrders;
  rows: JobRows;
  runner: JobRunner;
  clock: Clock;
};

export type LayerSender = {
  /** Exports a queued row's layer when its turn comes, and hands it to the runner. */
  send(id: string): void;
  /** Gives up a row that the runner does not have yet. */
  stop(id: string): void;
};

export function createLayerSender(deps: Deps): LayerSender {
  const { rows, waiting, clock } = deps;
  const stops = new Map<string, AbortController>();
  let lastTurn = Promise.resolve();

  async function takeTurn(id: string): Promise<void> {
    const row = rows.get(id);
    if (row?.state.name !== 'queued') return;
    const stop = new AbortController();
    stops.set(id, stop);
    rows.change(id, { state: { name: 'exporting' } });
    try {
      await hand(row, deps, stop.signal);
    } catch (error) {
      const failed = { name: 'failed', error: toErrorData(error), retryFrom: 'export' } as const;
      const state = stop.signal.aborted ? ({ name: 'cancelled' } as const) : failed;
      rows.change(id, { state });
      await (stop.signal.aborted ? waiting.forget(id) : waiting.keep({ ...row, state }, clock.nowMs())).catch(
        () => {},
      );
    } finally {
      stops.delete(id);
    }
  }

  return {
    // One by one: every export holds Figma's own thread.
    send(id) {
      lastTurn = lastTurn.then(() => takeTurn(id));
    },
    stop(id) {
      stops.get(id)?.abort();
      if (rows.get(id)?.state.name !== 'queued') return;
      rows.change(id, { state: { name: 'cancelled' } });
      void waiting.forget(id).catch(() => {});
    },
  };
}

async function hand(
  row: LayerJob,
  { main, fileId, journal, waiting, runner }: Deps,
  signal: AbortSignal,
): Promise<void> {
  const { id, nodeId, layerName } = row;
  const { recipe, ...order } = orderOf(row);
  const { source, place } = await exportSource(main, row, signal);
  signal.throwIfAborted();
  journal.expect(id, { ...order, fileId, place });
  const context = { label: layerName, surface: 'figma', captureRoute: 'layer-export', nodeId } as const;
  await runner.start({ id, source, recipe, context });
  await waiting.forget(id).catch(() => {});
  if (signal.aborted) await runner.cancel(id);
}
