import type { Job } from '#shared/jobs/job.ts';

/** Jobs that show one picture by several engines, in the order they were asked for. */
export type Comparison = { comparisonId: string; jobs: readonly Job[] };

/** A list of jobs, newest first, with those of one comparison brought together where its newest stood. */
export function gatherComparisons(jobs: readonly Job[]): (Job | Comparison)[] {
  const seen = new Set<string>();
  return jobs.flatMap((job): (Job | Comparison)[] => {
    const { comparisonId } = job.context;
    if (comparisonId === undefined) return [job];
    if (seen.has(comparisonId)) return [];
    seen.add(comparisonId);
    const together = jobs.filter(({ context }) => context.comparisonId === comparisonId);
    return together.length < 2 ? [job] : [{ comparisonId, jobs: together.reverse() }];
  });
}
