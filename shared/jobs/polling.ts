import type { EngineRun, RunState } from '#shared/engines/engine.ts';
import { createLookSchedule } from '#shared/engines/polling/look-schedule.ts';

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

/** Milliseconds until the next look at a run that has been `inStateMs` in its state. */
export type LookPlan = (state: RunState, inStateMs: number) => number;

/** Older runs tell about an older workflow. */
const pastKept = 100;
const longestBelieved = 3_600;

/**
 * A plan learned from how long past runs were in state `running`, in seconds, the newest last. Looks
 * where the end is likely and seldom elsewhere; with no past, and beyond it, as `nextLookDelayMs`.
 */
export function createLookPlan(past: readonly number[]): LookPlan {
  const usable = past.filter((seconds) => seconds > 0 && seconds < longestBelieved).slice(-pastKept);
  if (usable.length === 0) return nextLookDelayMs;
  const schedule = createLookSchedule(usable);
  return (state, inStateMs) => {
    const delaySeconds = state === 'running' ? schedule(inStateMs / 1_000) : null;
    return delaySeconds === null ? nextLookDelayMs(state, inStateMs) : Math.round(delaySeconds * 1_000);
  };
}

/** What is known at a look. */
export type LookFacts = Pick<EngineRun, 'state' | 'progressRatio' | 'queuePosition' | 'workedSeconds'> & {
  inStateMs: number;
};

/** Milliseconds until the next look, by what the last one has shown. */
export type LookTimes = (facts: LookFacts) => number;

/** All but the last nodes are behind it: what is left takes moments. */
const nearlyDoneRatio = 0.9;
/** A place in the queue moves on once a run, so far back there is nothing to see for a while. */
const perPlaceMs = 1_000;

/**
 * The learned plan, sharpened by what the server says: how long the run has worked already, how far it
 * is, its place in the queue. One that has not begun cannot end before its shortest time is over, so
 * that much may pass unseen.
 */
export function planLooks(pastRunSeconds: readonly number[]): LookTimes {
  const plan = createLookPlan(pastRunSeconds);
  const beforeAnyEndMs = Math.min(plan('running', 0), ceilingMs);
  return ({ state, progressRatio, queuePosition, workedSeconds, inStateMs }) => {
    if (state === 'running' && (progressRatio ?? 0) >= nearlyDoneRatio) return floorMs;
    if (workedSeconds !== undefined) return plan('running', workedSeconds * 1_000);
    const delayMs = plan(state, inStateMs);
    if (state !== 'waiting' && state !== 'starting') return delayMs;
    const placesMs = (queuePosition ?? 0) * perPlaceMs;
    return Math.min(Math.max(delayMs, beforeAnyEndMs, placesMs), ceilingMs);
  };
}
