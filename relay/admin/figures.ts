import { formatUsd } from '#shared/budget/estimate.ts';
import { relayPageWords as words } from '#shared/i18n/en/relay.ts';
import type { MemberUsage } from '../runs/usage.ts';

type Sums = Pick<MemberUsage, 'runs' | 'seconds' | 'costUsd'>;

export function figuresInWords({ runs, seconds, costUsd }: Sums): string {
  return words.figures(runs, (seconds / 60).toFixed(1), formatUsd(costUsd));
}

export function sumOf(usage: readonly Sums[]): Sums {
  const total = (pick: (one: Sums) => number) => usage.reduce((sum, one) => sum + pick(one), 0);
  return {
    runs: total(({ runs }) => runs),
    seconds: total(({ seconds }) => seconds),
    costUsd: total(({ costUsd }) => costUsd),
  };
}

/** The first moment of the month by UTC, as ComfyDeploy bills. */
export function monthStartMs(nowMs: number): number {
  const now = new Date(nowMs);
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth());
}

/** `2026-03-01 12:30 UTC`: the same for every reader. */
export function timeInWords(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
