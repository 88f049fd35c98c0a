import { createDeferred } from './deferred.ts';

/** Time that can be moved on, so that a test of a five-minute timeout takes no five minutes. */
export type StandInClock = {
  nowMs(): number;
  /** Resolves when the time has come; at once when aborted (look at the signal). */
  sleepUntil(dueMs: number, signal: AbortSignal): Promise<void>;
  fastForward(byMs: number): void;
};

/** Longest delay of a timer, about 24 days. */
const longestMs = 2 ** 31 - 1;

type Sleeper = { dueMs: number; timer: NodeJS.Timeout; wake: () => void };

export function createClock(): StandInClock {
  let aheadMs = 0;
  const sleepers = new Set<Sleeper>();
  const nowMs = () => Date.now() + aheadMs;
  const untilMs = (dueMs: number) => Math.min(longestMs, Math.max(0, dueMs - nowMs()));

  function sleepUntil(dueMs: number, signal: AbortSignal): Promise<void> {
    const slept = createDeferred();
    const wake = () => {
      clearTimeout(sleeper.timer);
      sleepers.delete(sleeper);
      signal.removeEventListener('abort', wake);
      slept.resolve();
    };
    const sleeper: Sleeper = { dueMs, timer: setTimeout(() => wake(), untilMs(dueMs)), wake };
    sleepers.add(sleeper);
    signal.addEventListener('abort', wake, { once: true });
    if (signal.aborted) wake();
    return slept.promise;
  }

  function fastForward(byMs: number): void {
    aheadMs += byMs;
    for (const sleeper of sleepers) {
      clearTimeout(sleeper.timer);
      sleeper.timer = setTimeout(sleeper.wake, untilMs(sleeper.dueMs));
    }
  }

  return { nowMs, sleepUntil, fastForward };
}
