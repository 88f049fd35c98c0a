import type { Clock } from '#shared/ports.ts';

const minuteMs = 60_000;

/** Counts a call of a member; answers the seconds they have to wait, or `null` when they may go on. */
export type RequestLimit = (memberId: string) => number | null;

/**
 * A cap on calls that cost nothing but the relay's own time. It is kept in memory, so each process counts
 * for itself; what costs money is counted in the book of runs.
 */
export function createRequestLimit(perMinute: number, clock: Clock): RequestLimit {
  const windows = new Map<string, { sinceMs: number; calls: number }>();
  return (memberId) => {
    const nowMs = clock.monotonicMs();
    const known = windows.get(memberId);
    const window = known && nowMs - known.sinceMs < minuteMs ? known : { sinceMs: nowMs, calls: 0 };
    window.calls += 1;
    windows.set(memberId, window);
    return window.calls <= perMinute ? null : Math.ceil((window.sinceMs + minuteMs - nowMs) / 1000);
  };
}
