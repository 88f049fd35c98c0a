import type { Clock } from '#shared/ports.ts';

type Sleeper = { wakeAtMs: number; wake: () => void };

/** Real I/O of the test's servers may still be on its way: it is given a turn of the event loop. */
const turnOfTheLoop = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/**
 * A clock that jumps to the next sleeper as soon as everything has settled: hours pass in no time.
 * `jump` sets it as a person or a time server does: what has passed stays passed.
 */
export function createVirtualClock(
  startMs = Date.UTC(2026, 10, 1),
  settled: () => Promise<void> = turnOfTheLoop,
): Clock & { jump(ms: number): void } {
  let passedMs = 0;
  let wallMs = startMs;
  const sleepers = new Set<Sleeper>();

  async function turn(): Promise<void> {
    await settled();
    const [next] = [...sleepers].sort((a, b) => a.wakeAtMs - b.wakeAtMs);
    if (!next) return;
    passedMs = Math.max(passedMs, next.wakeAtMs);
    next.wake();
  }

  return {
    nowMs: () => wallMs + passedMs,
    monotonicMs: () => passedMs,
    jump(ms) {
      wallMs += ms;
    },
    sleep(delayMs, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const sleeper: Sleeper = { wakeAtMs: passedMs + delayMs, wake: () => end(resolve) };
        const end = (finish: () => void) => {
          sleepers.delete(sleeper);
          finish();
        };
        signal?.addEventListener('abort', () => end(() => reject(signal.reason)), { once: true });
        sleepers.add(sleeper);
        void turn();
      });
    },
  };
}
