import { formatUsd } from '#shared/budget/estimate.ts';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import { isEnded, type LayerJob } from './layer-job.ts';

/** `12 of 20 placed · 2 failed · $0.09 so far`; `null` for a single picture, whose row says it all. */
export function batchWords(rows: readonly LayerJob[]): string | null {
  if (rows.length < 2) return null;
  const count = (name: LayerJob['state']['name']) => rows.filter(({ state }) => state.name === name).length;
  const costs = rows.flatMap(({ costUsd }) => costUsd ?? []);
  const spent = costs.length === 0 ? null : formatUsd(costs.reduce((sum, cost) => sum + cost, 0));
  return figmaWords.jobs.batch(count('placed'), rows.length, count('failed'), spent);
}

/** Failed ones that can be tried again, whatever they failed of. */
export function failedIds(rows: readonly LayerJob[]): string[] {
  return rows.filter(({ state }) => state.name === 'failed').map(({ id }) => id);
}

export function unfinishedIds(rows: readonly LayerJob[]): string[] {
  return rows.filter((row) => !isEnded(row) && row.state.name !== 'placing').map(({ id }) => id);
}
