import type { Job } from '#shared/jobs/job.ts';

export type Estimate = { seconds: number; costUsd: number | null };

/** A warm Kontext run on a common GPU; used until the team has runs of its own. */
const typicalRunSeconds = 12;
const learnFrom = 20;

/**
 * What the next run will take and cost at least, from the median of the team's own last runs (newest
 * first): of those on the GPU asked for, once there are any.
 */
export function estimateRun(
  jobs: readonly Job[],
  pricePerSecond: number | null,
  gpu: string | null = null,
): Estimate {
  const past = jobs.flatMap(({ stage }) => (stage.name === 'done' ? stage.figures : []));
  const onIt = past.filter((figures) => gpu !== null && figures.gpu === gpu);
  const like = (onIt.length > 0 ? onIt : past).flatMap(({ runSeconds }) => runSeconds ?? []);
  const seconds = median(like.slice(0, learnFrom)) ?? typicalRunSeconds;
  return { seconds, costUsd: pricePerSecond === null ? null : seconds * pricePerSecond };
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

/** Two digits are what tells one GPU from another: `$0.00032`. */
export function formatUsdPerSecond(usdPerSecond: number): string {
  return `$${Number(usdPerSecond.toPrecision(2))}`;
}

/** Dollars as people read them: `$0.007`, `$1.20`; less than a tenth of a cent is `under $0.001`. */
export function formatUsd(costUsd: number): string {
  if (costUsd === 0) return '$0.00';
  if (costUsd > 0 && costUsd < 0.001) return 'under $0.001';
  return `$${costUsd.toFixed(costUsd < 0.1 ? 3 : 2)}`;
}
