import { AppError } from '#shared/errors/app-error.ts';
import { words } from '../words.ts';

/** Does a piece of work once there is a place for it; raises `cancelled` when the signal comes first. */
export type InPlace = <Result>(work: () => Promise<Result>, signal: AbortSignal) => Promise<Result>;

/** A cap on work that holds much memory, each process for itself: the rest waits for its turn, in order. */
export function createPlaces(count: number): InPlace {
  const waiting = new Set<() => void>();
  let free = count;

  const enter = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const giveUp = () => reject(new AppError('cancelled', words.clientLeft, { status: 499 }));
      if (signal.aborted) return giveUp();
      if (free > 0) {
        free -= 1;
        return resolve();
      }
      waiting.add(resolve);
      signal.addEventListener('abort', () => waiting.delete(resolve) && giveUp(), { once: true });
    });

  function leave(): void {
    const [next] = waiting;
    if (!next) free += 1;
    else waiting.delete(next);
    next?.();
  }

  return async (work, signal) => {
    await enter(signal);
    return work().finally(leave);
  };
}
