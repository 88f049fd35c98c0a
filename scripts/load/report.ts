import { formatUsd } from '#shared/budget/estimate.ts';
import type { Job } from '#shared/jobs/job.ts';
import { isExact, type LoadOrder, type LoadResult } from './load.ts';

/** What a load came to, in lines for a person. */
export function inWords({ people, pictures }: LoadOrder, result: LoadResult): string {
  const { jobs, tookMs, faults, runs, duplicates, requests, elapsedMs } = result;
  const done = jobs.filter(({ stage }) => stage.name === 'done').length;
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
  const exactly = isExact(result) ? 'exact' : 'NOT EXACT';
  return [
    `${people} people, ${pictures} pictures, ${faults} faults on the way, ${seconds(elapsedMs)} in all`,
    `  success rate   ${((100 * done) / Math.max(1, jobs.length)).toFixed(1)} % (${done} of ${jobs.length})`,
    `  time           p50 ${seconds(percentile(tookMs, 0.5))}, p95 ${seconds(percentile(tookMs, 0.95))}, from press to picture`,
    `  cost           ${formatUsd(costOf(jobs))}, ${formatUsd(costOf(jobs) / Math.max(1, done))} a picture`,
    `  requests       ${(requests / Math.max(1, jobs.length)).toFixed(1)} a picture`,
    `  ledger         ${exactly}: ${runs} runs for ${jobs.length} jobs, ${duplicates} duplicates`,
    ...failuresOf(jobs),
  ].join('\n');
}

function costOf(jobs: readonly Job[]): number {
  return jobs.reduce(
    (total, { stage }) => total + (stage.name === 'done' ? (stage.figures.costUsd ?? 0) : 0),
    0,
  );
}

function failuresOf(jobs: readonly Job[]): string[] {
  return jobs.flatMap(({ id, stage }) =>
    stage.name === 'failed' ? [`  failed         ${id}: ${stage.error.code}, ${stage.error.detail}`] : [],
  );
}

/** The sample that a share of the others do not exceed. */
function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
