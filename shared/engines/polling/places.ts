import type { Clock } from '#shared/ports.ts';

/** Whoever takes longer gives its place to the next, so that a slow server holds up only itself. */
const slowAfterMs = 3_000;

type Place = { takenAtMs: number };

/** A bounded number of things under way at once, in the order of asking. */
export function createPlaces(limit: number, clock: Clock) {
  const taken = new Set<Place>();
  const waiting: (() => void)[] = [];
  let timer: AbortController | null = null;

  function letIn(): void {
    timer?.abort();
    timer = null;
    for (const place of taken) {
      if (place.takenAtMs + slowAfterMs <= clock.nowMs()) taken.delete(place);
    }
    while (taken.size < limit && waiting.length > 0) waiting.shift()?.();
    const [oldest] = taken;
    if (!oldest || waiting.length === 0) return;
    timer = new AbortController();
    const leftMs = oldest.takenAtMs + slowAfterMs - clock.nowMs();
    clock.sleep(leftMs, timer.signal).then(letIn, () => {});
  }

  return {
    /** Does it once there is a place. */
    async during<T>(operation: () => Promise<T>): Promise<T> {
      const place: Place = { takenAtMs: 0 };
      await new Promise<void>((resolve) => {
        waiting.push(() => {
          place.takenAtMs = clock.nowMs();
          taken.add(place);
          resolve();
        });
        letIn();
      });
      try {
        return await operation();
      } finally {
        taken.delete(place);
        letIn();
      }
    },
  };
}
