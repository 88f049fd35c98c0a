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
  const groups = Object.groupBy(outcomes, ({ browser, mode }) => `${browser}, ${mode}`);
  return Object.entries(groups).map(([group, all = []]) => {
    const captured = all.filter(({ bestRatio }) => bestRatio !== null);
    const mean = captured.reduce((sum, { bestRatio }) => sum + (bestRatio ?? 0), 0) / (captured.length || 1);
    const right = all.filter(({ isAsExpected }) => isAsExpected).length;
    return `${group}: ${right} of ${all.length} as they should be; ${captured.length} captured at ${(mean * 100).toFixed(0)} % of what was to be had`;
  });
}
