import { placeOf } from '#shared/engines/http/host-of.ts';
import { retryAfterMs } from '#shared/engines/http/retry-after.ts';
import { AppError, toErrorData } from '#shared/errors/app-error.ts';
import type { Clock } from '#shared/ports.ts';

const maxTries = 3;
const baseDelayMs = 200;
/** A server that is too busy is given more time than a line that broke. */
const busyDelayMs = 1_000;
/** Retries in hand of a server; every success gives a quarter of one back, so an outage is not made worse. */
const budget = 10;
const refund = 0.25;
/** A longer silence is said to the caller instead of waited out. */
const maxQuietMs = 30_000;
/** Longer than this nobody is believed. */
const maxAskedMs = 24 * 3_600_000;
/** Those who wait for the same moment do not all come back in it. */
const spreadMs = 1_000;

export type Politeness = ReturnType<typeof createPoliteness>;

/**
 * Manners of a client, kept apart for every server: reads are repeated with full jitter and within a budget (as the AWS SDKs do
 * it: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/), and no request of
 * any kind leaves before the moment a server has asked for.
 */
export function createPoliteness({ clock, random = Math.random }: { clock: Clock; random?: () => number }) {
  const quietUntilMs = new Map<string, number>();
  const retriesLeft = new Map<string, number>();
  const leftOf = (origin: string) => retriesLeft.get(origin) ?? budget;

  async function pauseBefore(tries: number, isBusy: boolean, signal?: AbortSignal): Promise<void> {
    const ceilingMs = (isBusy ? busyDelayMs : baseDelayMs) * 2 ** tries;
    await clock.sleep(random() * ceilingMs, signal);
  }

  return {
    /** Waits until the origin may be asked again. Raises `rate-limited`, unsent, when that is long. */
    async waitForLeave(url: string, signal?: AbortSignal): Promise<void> {
      const { origin } = new URL(url);
      for (;;) {
        const leftMs = (quietUntilMs.get(origin) ?? 0) - clock.monotonicMs();
        if (leftMs <= 0) return;
        if (leftMs > maxQuietMs) {
          const place = placeOf(url);
          const detail = `${place.host} asks to be left alone for ${Math.ceil(leftMs / 1_000)} more seconds`;
          throw new AppError('rate-limited', detail, place);
        }
        await clock.sleep(leftMs + random() * spreadMs, signal);
      }
    },

    /** Takes note of a server that asks for silence. */
    heed(url: string, { status, headers }: Response): void {
      if (status !== 429 && status !== 503) return;
      const askedMs = Math.min(retryAfterMs(headers, clock.nowMs()) ?? 0, maxAskedMs);
      const { origin } = new URL(url);
      const untilMs = clock.monotonicMs() + askedMs;
      quietUntilMs.set(origin, Math.max(untilMs, quietUntilMs.get(origin) ?? 0));
    },

    /** Repeats a read of `url` through faults that pass. Never for a request that may start a run. */
    async read<T>(operation: () => Promise<T>, url: string, signal?: AbortSignal): Promise<T> {
      const { origin } = new URL(url);
      for (let tries = 0; ; tries += 1) {
        try {
          const answer = await operation();
          retriesLeft.set(origin, Math.min(budget, leftOf(origin) + refund));
          return answer;
        } catch (error) {
          signal?.throwIfAborted();
          const passing = passingFault(error);
          if (!passing || tries + 1 >= maxTries || leftOf(origin) < 1) throw error;
          retriesLeft.set(origin, leftOf(origin) - 1);
          await pauseBefore(tries, passing === 'busy', signal);
        }
      }
    },
  };
}

/** A plain 500 is no passing fault: ComfyDeploy says it of unknown deployments too. */
function passingFault(error: unknown): 'busy' | 'broken' | null {
  const { code, status } = toErrorData(error);
  if (status === 429 || status === 503) return 'busy';
  return code === 'unreachable' || status === 502 || status === 504 ? 'broken' : null;
}
