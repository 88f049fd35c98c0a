import type { Clock } from '#shared/ports.ts';

/** Waits that someone can end: each nudge ends those there are, and the next ones wait for the next nudge. */
export function createNudging(clock: Clock) {
  let next = new AbortController();
  return {
    /** Ends whatever wait there is. */
    nudge(): void {
      next.abort();
      next = new AbortController();
    },

    /** Aborted at the next nudge. */
    signal: () => next.signal,

    /** Waits, but no longer than until the next nudge. */
    async pause(delayMs: number): Promise<void> {
      await clock.sleep(delayMs, next.signal).catch(() => {});
    },
  };
}
