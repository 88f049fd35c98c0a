import { formatUsd } from '#shared/budget/estimate.ts';
import { jobWords } from '#shared/i18n/en/jobs.ts';
import type { RunFigures } from '#shared/jobs/job.ts';

/** A start that costs less is not worth a word. */
const worthSayingUsd = 0.0005;

/** What a run has cost, in words: its least, and the GPU's start apart; `null` where it is not known. */
export function costWords({ costUsd, startCostUsd = null }: RunFigures): string | null {
  if (costUsd === null) return null;
  const cost = formatUsd(costUsd);
  // "Under" so much is no least.
  const least = cost.startsWith('under') ? cost : jobWords.costAtLeast.replace('{cost}', cost);
  if (startCostUsd === null || startCostUsd < worthSayingUsd) return least;
  return `${least} ${jobWords.costOfStart.replace('{cost}', formatUsd(startCostUsd))}`;
}
