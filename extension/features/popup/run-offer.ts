import { estimateRun, formatUsd } from '#shared/budget/estimate.ts';
import type { Connection } from '#shared/connection/connection.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { guessRoles } from '#shared/inputs/roles.ts';
import { strengthRange } from '#shared/inputs/values.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { StrengthRange } from '#shared/ui/panel/draft.ts';

export type RunOffer = { price: string | null; wait: string | null; strengthRange: StrengthRange | null };

/** What a run would take and cost, and whether strength can be chosen at all. */
export function runOffer(connection: Connection | null, jobs: readonly Job[]): RunOffer {
  if (!connection) return { price: null, wait: null, strengthRange: null };
  const { inputs, gpu } = connection.description;
  const { seconds, costUsd } = estimateRun(jobs, connection.prices[gpu ?? ''] ?? null);
  const range = strengthRange(inputs, guessRoles(inputs));
  return {
    price: costUsd === null ? null : popupWords.about(formatUsd(costUsd)),
    wait: popupWords.wait(Math.max(1, Math.round(seconds))),
    strengthRange: range && { ...range, safe: null },
  };
}
