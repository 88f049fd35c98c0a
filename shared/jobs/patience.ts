import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import type { Clock } from '#shared/ports.ts';

const passing: ReadonlySet<ErrorCode> = new Set(['unreachable', 'timeout', 'server-failed', 'rate-limited']);

export type Patience = {
  /** How long to keep trying once something has gone wrong; three times at the least. */
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
/** On a slow line one try may outlast all patience, and still the next may get through. */
const fewestRetries = 2;

/**
 * Repeats a read through passing faults, with full jitter, until `patienceMs` are over. For reads
 * and free uploads only: never for the request that costs money.
 */
export async function patiently<T>(operation: () => Promise<T>, patience: Patience): Promise<T> {
  let sinceMs: number | null = null;
  for (let tries = 0; ; tries += 1) {
    try {
      return await operation();
    } catch (error) {
      const trouble = toErrorData(error);
      const nowMs = patience.clock.monotonicMs();
      const isOffline = trouble.code === 'unreachable' && patience.isOffline();
      sinceMs = isOffline ? null : (sinceMs ?? nowMs);
      const isSpent = tries >= fewestRetries && nowMs - (sinceMs ?? nowMs) >= patience.patienceMs;
      if (!passing.has(trouble.code) || isSpent) throw error;
      await patience.onTrouble(trouble);
      const ceilingMs = Math.min(firstDelayMs * 2 ** tries, maxDelayMs);
      const delayMs = ceilingMs / 2 + (Math.random() * ceilingMs) / 2;
      await patience.clock.sleep(delayMs, patience.nudged()).catch(() => {});
    }
  }
}
