import type { Clock } from '#shared/ports.ts';

/** Whoever is due this soon is woken along with the next: fewer wake-ups of a sleeping machine. */
const togetherMs = 250;

type Sleeper = { dueMs: number; notBeforeMs: number; wake: () => void };

export type WakeTimes = ReturnType<typeof createWakeTimes>;

/** Many waits behind one timer. With nobody waiting, nothing ticks. */
export function createWakeTimes(clock: Clock) {
  const sleepers = new Set<Sleeper>();
  let timer: { atMs: number; stop: AbortController } | null = null;

  function tick(): void {
    timer = null;
    const nowMs = clock.nowMs();
    for (const sleeper of [...sleepers]) {
      if (sleeper.dueMs <= nowMs + togetherMs && sleeper.notBeforeMs <= nowMs) sleeper.wake();
    }
    setTimer();
  }

  function setTimer(): void {
    const atMs = Math.min(...[...sleepers].map(({ dueMs, notBeforeMs }) => Math.max(dueMs, notBeforeMs)));
    if (timer && timer.atMs === atMs) return;
    timer?.stop.abort();
    timer = null;
    if (sleepers.size === 0) return;
    const stop = new AbortController();
    timer = { atMs, stop };
    clock.sleep(Math.max(0, atMs - clock.nowMs()), stop.signal).then(tick, () => {});
  }

  return {
    /** Resolves at `dueMs`, a little earlier along with others (never before `notBeforeMs`), or when aborted. */
    until(dueMs: number, notBeforeMs: number, signal?: AbortSignal): Promise<void> {
      return new Promise((resolve) => {
        const wake = () => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', wake);
          setTimer();
          resolve();
        };
        const sleeper: Sleeper = { dueMs, notBeforeMs, wake };
        if (signal?.aborted) return resolve();
        sleepers.add(sleeper);
        signal?.addEventListener('abort', wake, { once: true });
        setTimer();
      });
    },
  };
}
