import type { RunIntent } from '#shared/engines/engine.ts';

/** Clocks that are a little off, and one that was set right between sending and looking. */
const clockSlackMs = 300_000;

export type Clocks = { nowMs: number; serverNowMs: number | null };

/** When a request was made by the server's clock, as well as it can be told. */
export function serverSentAtMs({ sentAtMs }: RunIntent, { nowMs, serverNowMs }: Clocks): number {
  return sentAtMs + (serverNowMs === null ? 0 : serverNowMs - nowMs);
}

/**
 * Where a search for the run of a request must begin, by the server's clock. Looks back too far
 * rather than too short: a run that is overlooked is paid for twice.
 */
export function searchSinceMs(intent: RunIntent, clocks: Clocks): number {
  return (
    Math.min(intent.sentAtMs, serverSentAtMs(intent, clocks), clocks.serverNowMs ?? clocks.nowMs) -
    clockSlackMs
  );
}
