import { connectionFault } from '#shared/engines/http/connection-fault.ts';
import { placeOf } from '#shared/engines/http/host-of.ts';
import { AppError, isAppError } from '#shared/errors/app-error.ts';

type Circumstances = {
  url: string;
  /** The caller's own signal, whose reason is passed on. */
  signal: AbortSignal | undefined;
  /** Ends requests that take too long. */
  patience: AbortSignal;
  /** What may be behind it, where the engine's users would not guess. */
  hint?: string;
};

/** What a request that got no answer failed of: `timeout`, a code of `connectionFault`, or `unreachable`. */
export function networkError(error: unknown, { url, signal, patience, hint }: Circumstances): unknown {
  if (signal?.aborted) return signal.reason;
  const place = placeOf(url);
  const { host } = place;
  if (patience.aborted) return new AppError('timeout', `${host} did not answer in time`, place);
  // A reader of the body knows the fault, but not whose it is.
  if (isAppError(error)) return new AppError(error.code, error.data.detail, { ...place, ...error.data });
  const fault = connectionFault(error);
  if (fault) return new AppError(fault.code, `${host}: ${fault.detail}`, place);
  const said = error instanceof Error ? error.message : String(error);
  return new AppError('unreachable', `${host}: ${said}${hint ? `. ${hint}` : ''}`, place);
}
