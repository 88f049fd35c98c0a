import { formatUsd } from '#shared/budget/estimate.ts';
import { batchWords } from '#shared/i18n/en/batch.ts';
import type { Batch } from '#shared/jobs/batch/batch.ts';
import type { BatchSummary } from '#shared/jobs/batch/batch-summary.ts';

const words = batchWords.summary;

/** A batch in one line: `12 of 40 done · 1 failed · $0.08 so far · about 2 minutes left`. */
export function summaryWords(
  batch: Batch,
  { counts, spentUsd, leftSeconds }: BatchSummary,
  runningCount: number,
): string {
  const hasEnded = batch.endedAtMs !== null;
  const price = spentUsd === null ? null : formatUsd(spentUsd);
  const parts = [
    words.done(counts.done, batch.itemCount),
    counts.failed > 0 && words.failed(counts.failed),
    counts.cancelled > 0 && words.cancelled(counts.cancelled),
    price && (hasEnded ? words.spentInAll(price) : words.spent(price)),
    !hasEnded && stateWords(batch, runningCount, leftSeconds),
  ];
  return parts.filter(Boolean).join(' · ');
}

function stateWords({ isPaused, pausedBy }: Batch, running: number, leftSeconds: number | null) {
  if (pausedBy) return words.stopped;
  if (isPaused) return running > 0 ? words.pausing(running) : words.paused;
  return leftSeconds === null ? null : words.left(leftSeconds);
}
