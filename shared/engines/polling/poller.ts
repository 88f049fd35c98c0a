import type { Engine, EngineId } from '#shared/engines/engine.ts';
import { keepHintLine } from '#shared/engines/polling/hint-line.ts';
import { createPlaces } from '#shared/engines/polling/places.ts';
import { createWakeTimes, type WakeTimes } from '#shared/engines/polling/wake-times.ts';
import type { Clock } from '#shared/ports.ts';

/** No run is asked about more often than this. */
const floorMs = 1_000;
const maxInFlight = 6;

export type PollerOptions = {
  clock: Clock;
  /** Whether to listen to the engines' hints: only where a worker or document lives anyway. */
  hints?: boolean;
};

export type Poller = ReturnType<typeof createPoller>;
export type Watched = ReturnType<Poller['watch']>;

/** All that is watched through one engine's connection. */
type Line = {
  places: ReturnType<typeof createPlaces>;
  hurries: Map<string, () => void>;
  listening: AbortController | null;
};

/**
 * The one poller of a surface: looks at many runs with one timer, never at a run twice within a
 * second, with a bounded number of requests under way for each engine. It stands still while nothing
 * is watched. A hint that a run has ended brings its next look forward, and does nothing else.
 */
export function createPoller({ clock, hints = false }: PollerOptions) {
  const times = createWakeTimes(clock);
  const lines = new Map<EngineId, Line>();

  function lineOf(id: EngineId): Line {
    const known = lines.get(id);
    if (known) return known;
    const line: Line = { places: createPlaces(maxInFlight, clock), hurries: new Map(), listening: null };
    lines.set(id, line);
    return line;
  }

  function listen(line: Line, engine: Engine): void {
    if (!hints || !engine.hints || line.listening) return;
    line.listening = new AbortController();
    void keepHintLine({
      engine,
      runId: () => line.hurries.keys().next().value ?? '',
      onHint: (runId) => line.hurries.get(runId)?.(),
      clock,
      signal: line.listening.signal,
    });
  }

  return {
    /** Takes a run on, until `end`. */
    watch(engine: Engine, runId: string) {
      const line = lineOf(engine.id);
      const run = createWatchedRun({ clock, times, places: line.places });
      line.hurries.set(runId, run.hurry);
      listen(line, engine);
      return {
        wait: run.wait,
        look: run.look,
        end(): void {
          if (line.hurries.get(runId) === run.hurry) line.hurries.delete(runId);
          if (line.hurries.size > 0) return;
          line.listening?.abort();
          lines.delete(engine.id);
        },
      };
    },
  };
}

type RunParts = { clock: Clock; times: WakeTimes; places: Line['places'] };

function createWatchedRun({ clock, times, places }: RunParts) {
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  let isHurried = false;
  let hurrying = new AbortController();

  return {
    /** Brings the next look forward. */
    hurry(): void {
      isHurried = true;
      hurrying.abort();
    },

    /** Waits until it is time for a look: `delayMs` from now, sooner at a hint or when `signal` aborts. */
    async wait(delayMs: number, signal: AbortSignal): Promise<void> {
      const notBeforeMs = lookedAtMs + floorMs;
      hurrying = new AbortController();
      if (!isHurried) {
        const either = AbortSignal.any([signal, hurrying.signal]);
        await times.until(clock.nowMs() + delayMs, notBeforeMs, either);
      }
      isHurried = false;
    },

    /** One look, when the floor and the other looks under way allow it. */
    async look<T>(read: () => Promise<T>): Promise<T> {
      const notBeforeMs = lookedAtMs + floorMs;
      if (notBeforeMs > clock.nowMs()) await times.until(notBeforeMs, notBeforeMs);
      return places.during(() => {
        lookedAtMs = clock.nowMs();
        return read();
      });
    },
  };
}
