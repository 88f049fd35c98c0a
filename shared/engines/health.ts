import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import type { Clock } from '#shared/ports.ts';

/**
 * How an engine is doing: `slow` answers, but late; `busy` has others before us or asks us to wait;
 * `refusing` is there and turns this connection away; `down` cannot be used by anybody from here.
 */
export type HealthState = 'up' | 'slow' | 'busy' | 'refusing' | 'down';

export type EngineHealth = {
  state: HealthState;
  checkedAtMs: number;
  /** How long the answer took; `null` where there was none. */
  answerMs: number | null;
  /** Pictures waiting at the engine, `null` when it does not say. */
  waiting: number | null;
  /** What was met instead of an answer, in the words of `errorWords`. */
  error: ErrorData | null;
};

/** An engine's free call that shows whether it can be used. `timeoutMs` is how long it may take. */
export type HealthCall = (limits: {
  signal: AbortSignal | undefined;
  timeoutMs: number;
}) => Promise<{ waiting: number | null }>;

/** A person waits for the outcome: what takes longer than this is as good as down. */
const timeoutMs = 10_000;
/** From here on a person notices that every step takes its time. */
const slowFromMs = 3_000;

const refusals: ReadonlySet<ErrorCode> = new Set([
  'not-configured',
  'unauthorized',
  'forbidden',
  'no-credit',
  'deployment-not-found',
  'invalid-input',
  'workflow-unmet',
  'host-not-allowed',
]);

/** Faults that say the engine cannot be reached or does not work, whoever asks. */
const outages: ReadonlySet<ErrorCode> = new Set([
  'unreachable',
  'timeout',
  'server-failed',
  'network-blocked',
  'network-sign-in',
  'untrusted-connection',
]);

/** Whether an error says that its engine is down, so that another one may do the job. */
export function saysDown({ code, status }: ErrorData): boolean {
  return outages.has(code) && status !== 503;
}

/** Asks once. Rejects with the signal's reason only: a fault is an answer to the question too. */
export async function takeHealth(
  call: HealthCall,
  { clock, signal }: { clock: Clock; signal?: AbortSignal | undefined },
): Promise<EngineHealth> {
  const sinceMs = clock.nowMs();
  try {
    const { waiting } = await call({ signal, timeoutMs });
    const checkedAtMs = clock.nowMs();
    const answerMs = checkedAtMs - sinceMs;
    return { state: stateOf(waiting, answerMs), checkedAtMs, answerMs, waiting, error: null };
  } catch (error) {
    signal?.throwIfAborted();
    return healthFromError(error, clock.nowMs());
  }
}

function stateOf(waiting: number | null, answerMs: number): HealthState {
  if (waiting) return 'busy';
  return answerMs >= slowFromMs ? 'slow' : 'up';
}

/** What a fault says of its engine's health. */
export function healthFromError(error: unknown, nowMs: number): EngineHealth {
  const data = toErrorData(error);
  const isBusy = data.code === 'rate-limited' || data.status === 503;
  const state = isBusy ? 'busy' : refusals.has(data.code) ? 'refusing' : 'down';
  return { state, checkedAtMs: nowMs, answerMs: null, waiting: null, error: data };
}

/** Whether a picture given to the engine now can be expected back. */
export function canBeUsed({ state }: EngineHealth): boolean {
  return state !== 'down' && state !== 'refusing';
}

/** A state and when it was first seen without a change since; what is kept between two looks. */
export type SeenState = { state: HealthState; sinceMs: number };

/** Since when an engine has been as it is now found to be, as far as anybody has looked. */
export function seenSince(earlier: SeenState | null, { state, checkedAtMs }: EngineHealth): SeenState {
  return earlier?.state === state ? earlier : { state, sinceMs: checkedAtMs };
}
