import type { Engine } from '#shared/engines/engine.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import type { Clock } from '#shared/ports.ts';

/** A stream that ends with a run misses those that end until it is open again. */
const reopenAfterMs = 20;
const firstPauseMs = 2_000;
const longestPauseMs = 60_000;
const maxFailures = 4;

type HintLine = {
  engine: Engine;
  /** Any run that is being watched: the server wants one named. */
  runId: () => string;
  onHint: (runId: string) => void;
  clock: Clock;
  signal: AbortSignal;
};

/**
 * Keeps an engine's stream of hints open for as long as anything is watched. A stream that breaks
 * is opened again after a while, and given up quietly where there is none: looks go on without it.
 */
export async function keepHintLine({ engine, runId, onHint, clock, signal }: HintLine): Promise<void> {
  let failures = 0;
  while (engine.hints && !signal.aborted && failures < maxFailures) {
    const hasServed = await engine.hints(runId(), onHint, signal).catch((error: unknown) => {
      if (isRefusal(error)) failures = maxFailures;
      return false;
    });
    failures = hasServed ? 0 : failures + 1;
    const pauseMs = failures === 0 ? reopenAfterMs : firstPauseMs * 4 ** (failures - 1);
    if (failures < maxFailures) await clock.sleep(Math.min(pauseMs, longestPauseMs), signal).catch(() => {});
  }
}

/** A server that has no such stream will have none in a minute either. */
function isRefusal(error: unknown): boolean {
  const { status } = toErrorData(error);
  return status !== undefined && status >= 400 && status < 500 && status !== 429;
}
