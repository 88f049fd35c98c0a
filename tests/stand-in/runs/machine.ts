import type { StandInClock } from '../clock.ts';
import { idleTimeoutMs, type Timing } from '../timing.ts';
import type { Run } from './run.ts';

/** One GPU container: what it does, and until when it stays warm. */
type Container = { isBusy: boolean; warmUntilMs: number };

export type Machine = {
  /** Takes a run on; it starts when a container is free, in the order of asking. */
  enqueue(run: Run): void;
};

type MachineParts = {
  clock: StandInClock;
  timing: () => Timing;
  concurrencyLimit: number;
  /** Works a run to its end in a container that starts in `coldStartMs`. */
  work(run: Run, coldStartMs: number): Promise<void>;
};

export function createMachine({ clock, timing, concurrencyLimit, work }: MachineParts): Machine {
  const containers: Container[] = Array.from({ length: concurrencyLimit }, () => ({
    isBusy: false,
    warmUntilMs: 0,
  }));
  const waiting: Run[] = [];

  async function occupy(container: Container, run: Run): Promise<void> {
    container.isBusy = true;
    const { coldStartMs } = timing();
    const isWarm = clock.nowMs() < container.warmUntilMs;
    await work(run, isWarm ? coldStartMs / 10 : coldStartMs);
    container.isBusy = false;
    container.warmUntilMs = clock.nowMs() + idleTimeoutMs;
    assign();
  }

  function nextWaiting(): Run | undefined {
    let run = waiting.shift();
    // Cancelled while it waited: no container ever sees it.
    while (run !== undefined && run.ending !== null) run = waiting.shift();
    return run;
  }

  function assign(): void {
    // A warm container is preferred, as the scheduler of the real thing does it.
    const free = containers
      .filter(({ isBusy }) => !isBusy)
      .sort((one, other) => other.warmUntilMs - one.warmUntilMs);
    for (const container of free) {
      const run = nextWaiting();
      if (run === undefined) return;
      void occupy(container, run);
    }
  }

  return {
    enqueue(run) {
      void clock.sleepUntil(run.createdAtMs + timing().queueMs, run.cancelling.signal).then(() => {
        waiting.push(run);
        assign();
      });
    },
  };
}
