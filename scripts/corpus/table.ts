import type { Outcome } from './outcome.ts';

/** A row a page, and a line for each browser and mode. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ name, route, widthPx, heightPx, bestRatio, hasAsked, isAsExpected, words }) =>
    [
      isAsExpected ? ' ' : '!',
      name.padEnd(34),
      `${route ?? 'sentence'}${hasAsked ? ' (asked)' : ''}`.padEnd(24),
      (route ? `${widthPx} x ${heightPx}` : '').padEnd(12),
      bestRatio === null ? '    ' : bestRatio.toFixed(2),
      route ? '' : words,
    ].join(' '),
  );
  return [...rows, '', ...summaries(outcomes)].join('\n');
}

function summaries(outcomes: readonly Outcome[]): string[] {
  const groupOf = ({ browser, mode }: Outcome) => `${browser}, ${mode}`;
  return [...new Set(outcomes.map(groupOf))].map((group) => {
    const all = outcomes.filter((each) => groupOf(each) === group);
    const ratios = all.flatMap(({ bestRatio }) => bestRatio ?? []);
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / (ratios.length || 1);
    const right = all.filter(({ isAsExpected }) => isAsExpected).length;
    const share = `${right} of ${all.length} as they should be`;
    return `${group}: ${share}; ${ratios.length} captured, at ${(mean * 100).toFixed(0)} % of what was to be had`;
  });
}
