import { isWithin, type Period } from '#shared/pairing/secret.ts';

/** What a person lets a pairing spend: so many paid runs, within a time. */
export type Grant = Period & { runsLeft: number };

/** The same before it begins to count. */
export type Allowance = { runs: number; minutes: number };

export const firstAllowance: Allowance = { runs: 20, minutes: 60 };
export const mostAllowed: Allowance = { runs: 500, minutes: 24 * 60 };

const minuteMs = 60_000;

export function newGrant({ runs, minutes }: Allowance, nowMs: number): Grant {
  return { runsLeft: runs, fromMs: nowMs, untilMs: nowMs + minutes * minuteMs };
}

export function canSpend(grant: Grant, nowMs: number): boolean {
  return grant.runsLeft > 0 && isWithin(grant, nowMs);
}

/** The grant after one more run; `null` when it does not allow one. */
export function spendRun(grant: Grant, nowMs: number): Grant | null {
  return canSpend(grant, nowMs) ? { ...grant, runsLeft: grant.runsLeft - 1 } : null;
}
