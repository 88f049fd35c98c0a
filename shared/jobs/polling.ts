import type { RunState } from '#shared/engines/engine.ts';

const floorMs = 1_000;
const ceilingMs = 5_000;
const growth = 1.1;

/**
 * Milliseconds until the next look at a run. Geometric in the time already spent in its state, so
 * that the wait after the end stays in proportion to the run; never under a second.
 */
export function nextLookDelayMs(state: RunState, inStateMs: number): number {
  const proportionate = inStateMs * (growth - 1);
  const floor = state === 'waiting' ? 1_500 : floorMs;
  return Math.round(Math.min(Math.max(proportionate, floor), ceilingMs));
}
