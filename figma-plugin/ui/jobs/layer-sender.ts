import { toErrorData } from '#shared/errors/app-error.ts';
import type { JobRunner } from '#shared/jobs/runner.ts';
import type { MainThread } from '../../bridge/request.ts';
import { exportSource } from '../layers/export-source.ts';
import type { JobRows } from './job-rows.ts';
import type { LayerJob } from './layer-job.ts';
import type { LayerJournal } from './layer-journal.ts';

type Deps = {
  main: MainThread;
  fileId: string;
  journal: LayerJournal;
  rows: JobRows;
  runner: JobRunner;
};

export type LayerSender = {
  /** Exports a queued row's layer when its turn comes, and hands it to the runner. */
  send(id: string): void;
  /** Gives up a row that the runner does not have yet. */
  stop(id: string): void;
};

export function createLayerSender(deps: Deps): LayerSender {
  const { rows } = deps;
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
      rows.change(id, { state: stop.signal.aborted ? { name: 'cancelled' } : failed });
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
      if (rows.get(id)?.state.name === 'queued') rows.change(id, { state: { name: 'cancelled' } });
      stops.get(id)?.abort();
    },
  };
}

async function hand(
  row: LayerJob,
  { main, fileId, journal, runner }: Deps,
  signal: AbortSignal,
): Promise<void> {
  const { nodeId, layerName, title, note, way, cell, exactIds, recipe } = row;
  const { source, place } = await exportSource(main, row, signal);
  signal.throwIfAborted();
  journal.expect({ fileId, nodeId, layerName, title, note, way, cell, exactIds, place });
  const context = { label: layerName, surface: 'figma', captureRoute: 'layer-export', nodeId } as const;
  await runner.start({ source, recipe, context });
}
