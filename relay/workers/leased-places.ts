import { AppError } from '#shared/errors/app-error.ts';
import type { Clock } from '#shared/ports.ts';
import type { InPlace } from '../limits/places.ts';
import { words } from '../words.ts';

const lookEveryMs = 50;
/** Longer than a prediction is held: a Worker may end a request without letting it give back its place. */
const leaseMs = 3 * 60_000;

/**
 * A cap on work that holds much memory, in one Worker. Whoever waits looks again and again, in no order: a request
 * that waits for nothing but another one counts as hung, and is ended.
 */
export function createLeasedPlaces(count: number, clock: Clock): InPlace {
  const takenAtMs = new Map<object, number>();

  function hasPlace(): boolean {
    for (const [holder, atMs] of takenAtMs) {
      if (clock.monotonicMs() - atMs > leaseMs) takenAtMs.delete(holder);
    }
    return takenAtMs.size < count;
  }

  return async (work, signal) => {
    while (!hasPlace()) {
      await clock.sleep(lookEveryMs, signal).catch(() => {
        throw new AppError('cancelled', words.clientLeft, { status: 499 });
      });
    }
    const holder = {};
    takenAtMs.set(holder, clock.monotonicMs());
    return work().finally(() => takenAtMs.delete(holder));
  };
}
