import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import type { Clock } from '#shared/ports.ts';

const passing: ReadonlySet<ErrorCode> = new Set(['unreachable', 'timeout', 'server-failed', 'rate-limited']);

export type Patience = {
  /** How long to keep trying. */
  patienceMs: number;
  clock: Clock;
  /** Cuts waiting short (a cancel, a network that came back); the operation is tried again at once. */
  nudged: () => AbortSignal;
  onTrouble: (trouble: ErrorData) => Promise<void>;
  /** Whether the device itself has no network: then there is nothing to lose patience with. */
  isOffline: () => boolean;
};

const firstDelayMs = 1_000;
const maxDelayMs = 15_000;

/**
 * Repeats a read through passing faults, with full jitter, until `patienceMs` are over. For reads
 * and free uploads only: never for the request that costs money.
 */
export async function patiently<T>(operation: () => Promise<T>, patience: Patience): Promise<T> {
  let sinceMs = patience.clock.monotonicMs();
  for (let tries = 0; ; tries += 1) {
    try {
      return await operation();
    } catch (error) {
      const trouble = toErrorData(error);
      if (trouble.code === 'unreachable' && patience.isOffline()) sinceMs = patience.clock.monotonicMs();
      const spentMs = patience.clock.monotonicMs() - sinceMs;
      if (!passing.has(trouble.code) || spentMs >= patience.patienceMs) throw error;
      await patience.onTrouble(trouble);
      const ceilingMs = Math.min(firstDelayMs * 2 ** tries, maxDelayMs);
      const delayMs = ceilingMs / 2 + (Math.random() * ceilingMs) / 2;
      await patience.clock.sleep(delayMs, patience.nudged()).catch(() => {});
    }
  }
}
