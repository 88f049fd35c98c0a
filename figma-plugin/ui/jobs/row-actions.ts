import { toErrorData } from '#shared/errors/app-error.ts';
import type { JobRunner } from '#shared/jobs/runner.ts';
import type { Clock } from '#shared/ports.ts';
import { failedIds, unfinishedIds } from './batch-figures.ts';
import type { JobRows } from './job-rows.ts';
import type { LayerJob } from './layer-job.ts';
import type { LayerJournal } from './layer-journal.ts';
import type { LayerSender } from './layer-sender.ts';
import type { ResultPlacer } from './result-placer.ts';
import type { WaitingOrders } from './waiting-orders.ts';

type Deps = {
  journal: LayerJournal;
  waiting: WaitingOrders;
  rows: JobRows;
  placer: ResultPlacer;
  runner: JobRunner;
  sender: LayerSender;
  clock: Clock;
};

export type RowActions = ReturnType<typeof createRowActions>;

/** What can be done to the rows of the list, by their ids. */
export function createRowActions({ journal, waiting, rows, placer, runner, sender, clock }: Deps) {
  /** Written down first: what was ordered is not forgotten when the panel closes before its turn. */
  async function queue(row: LayerJob): Promise<void> {
    const { id, jobId } = row;
    try {
      await waiting.keep(row, clock.nowMs());
      if (jobId) await journal.delete(jobId);
      rows.change(id, { jobId: null });
      sender.send(id);
    } catch (error) {
      rows.change(id, { state: { name: 'failed', error: toErrorData(error), retryFrom: 'export' } });
    }
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

  return {
    /** Queued rows, which wait for their turn from now on. */
    add(added: readonly LayerJob[]): void {
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
  };
}
