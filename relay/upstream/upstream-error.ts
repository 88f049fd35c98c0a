import { AppError } from '#shared/errors/app-error.ts';
import { words } from '../words.ts';

/** Failures on Node that happen before a byte of the request is sent. */
const unsentCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Why the upstream gave no answer. For the paid call it matters whether the request can have arrived:
 * only what is known not to have been sent is `unreachable`, everything else is `uncertain`.
 */
export function toUpstreamError(error: unknown, isPaid: boolean): AppError {
  // A paid call is not given up when the client goes: what ends it is its time.
  if (isAbort(error) && !isPaid) return new AppError('cancelled', words.clientLeft, { status: 499 });
  const code = networkCode(error);
  const cause = inBrackets(code);
  if (!isPaid) return new AppError('unreachable', words.upstreamSilent(cause), { status: 502 });
  return code !== null && unsentCodes.has(code)
    ? new AppError('unreachable', words.upstreamSilentBeforeRun(cause), { status: 502 })
    : lostAnswer(error);
}

/** The request has arrived, or may have. */
export function lostAnswer(error: unknown): AppError {
  return new AppError('uncertain', words.upstreamLost(inBrackets(networkCode(error))), { status: 502 });
}

export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** E.g. `ECONNREFUSED`. Taken only in this shape, so that no address or secret can hide in it. */
export function networkCode(error: unknown): string | null {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: { code?: unknown } };
  const found = code ?? cause?.code;
  return typeof found === 'string' && /^[A-Z][A-Z0-9_]*$/.test(found) ? found : null;
}

export function inBrackets(code: string | null): string {
  return code === null ? '' : ` (${code})`;
}
