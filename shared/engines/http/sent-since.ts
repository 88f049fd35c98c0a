import type { RunIntent } from '#shared/engines/engine.ts';

/** Clocks that are a little off. */
const clockSlackMs = 300_000;

export type Clocks = { nowMs: number; serverNowMs: number | null };

/** When a request was made by the server's clock, as well as it can be told. */
export function serverSentAtMs({ sentAtMs, sentAtServerMs }: RunIntent, clocks: Clocks): number {
  const { nowMs, serverNowMs } = clocks;
  return sentAtServerMs ?? sentAtMs + (serverNowMs === null ? 0 : serverNowMs - nowMs);
}

/**
 * Where a search for the run of a request must begin, by the server's clock. Where it is not certain,
 * looks back too far rather than too short: a run that is overlooked is paid for twice.
 */
export function searchSinceMs(intent: RunIntent, clocks: Clocks): number {
  const sentAtMs = serverSentAtMs(intent, clocks);
  const isCertain = (intent.sentAtServerMs ?? null) !== null;
  const sinceMs = isCertain
    ? sentAtMs
    : Math.min(sentAtMs, intent.sentAtMs, clocks.serverNowMs ?? clocks.nowMs);
  return sinceMs - clockSlackMs;
}
