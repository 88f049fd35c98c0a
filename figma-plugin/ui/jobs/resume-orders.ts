import type { Clock } from '#shared/ports.ts';
import type { JobRows } from './job-rows.ts';
import type { LayerJob, LayerJobState } from './layer-job.ts';
import type { LayerJournal } from './layer-journal.ts';
import type { WaitingOrder, WaitingOrders } from './waiting-orders.ts';

type Deps = { journal: LayerJournal; waiting: WaitingOrders; rows: JobRows; clock: Clock };

/** What has cost nothing yet and is older is not paid for without a question: it may be wanted no longer. */
const goesOnWithinMs = 3_600_000;

/** What was asked for and is not paid for, and since when the oldest of it waits; `null` where nobody knows. */
export type HeldOrders = { rows: readonly LayerJob[]; sinceMs: number | null };

export const noneHeld: HeldOrders = { rows: [], sinceMs: null };

/**
 * What was ordered and never reached the runner: it waits for its turn again, or says why it has none.
 * What has waited for long is held until a person says so.
 */
export function reviveOrders(deps: Deps): { rows: LayerJob[]; held: HeldOrders } {
  const { clock } = deps;
  const left = leftOrders(deps);
  const isHeld = ({ error, askedAtMs = 0 }: WaitingOrder) => !error && isOld(askedAtMs, clock);
  const held = left.filter(isHeld);
  const times = held.flatMap(({ askedAtMs }) => askedAtMs ?? []);
  return {
    rows: left.filter((order) => !isHeld(order)).map(rowOfOrder),
    held: { rows: held.map(rowOfOrder), sinceMs: times.length > 0 ? Math.min(...times) : null },
  };
}

function leftOrders({ journal, waiting, rows }: Deps): WaitingOrder[] {
  return waiting.ofThisFile().filter(({ id }) => {
    // Closed between the job's first write and the order's end: the job is the order.
    if (journal.entry(id)) void waiting.forget(id).catch(() => {});
    return !journal.entry(id) && !rows.get(id);
  });
}

function rowOfOrder({ id, order, error }: WaitingOrder): LayerJob {
  const state: LayerJobState = error ? { name: 'failed', error, retryFrom: 'export' } : { name: 'queued' };
  return { ...order, id, jobId: null, costUsd: null, state };
}

export function isOld(askedAtMs: number, clock: Clock): boolean {
  return clock.nowMs() - askedAtMs > goesOnWithinMs;
}
