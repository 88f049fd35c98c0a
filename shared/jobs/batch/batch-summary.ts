import type { Batch, BatchItem, ItemState } from '#shared/jobs/batch/batch.ts';

export type Estimate = { seconds: number; costUsd: number | null };

/** What `count` items take and cost at `slots` at a time. */
export function estimateBatch(count: number, { seconds, costUsd }: Estimate, slots: number): Estimate {
  return {
    seconds: count === 0 ? 0 : Math.max(seconds, (count * seconds) / slots),
    costUsd: costUsd === null ? null : count * costUsd,
  };
}

export type BatchSummary = {
  counts: Readonly<Record<ItemState, number>>;
  /** Items that have come to an end, however they did. */
  endedCount: number;
  /** What the finished pictures cost, as far as the engine told; `null` while it told nothing. */
  spentUsd: number | null;
  /** Seconds until the last item, `null` once there is none left. */
  leftSeconds: number | null;
};

export function summariseBatch(batch: Batch, items: readonly BatchItem[], slots: number): BatchSummary {
  const counts = { waiting: 0, starting: 0, started: 0, done: 0, failed: 0, cancelled: 0 };
  let spentUsd: number | null = null;
  for (const { state, costUsd } of items) {
    counts[state] += 1;
    if (costUsd !== null) spentUsd = (spentUsd ?? 0) + costUsd;
  }
  const left = counts.waiting + counts.starting + counts.started;
  return {
    counts,
    endedCount: items.length - left,
    spentUsd,
    leftSeconds: left === 0 ? null : estimateBatch(left, batch.perItem, slots).seconds,
  };
}
