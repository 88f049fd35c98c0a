import { AppError, isAppError } from '#shared/errors/app-error.ts';

type Circumstances = {
  host: string;
  /** The caller's own signal, whose reason is passed on. */
  signal: AbortSignal | undefined;
  /** Ends requests that take too long. */
  patience: AbortSignal;
  /** What may be behind it, where the engine's users would not guess. */
  hint?: string;
};

/** What a request that got no answer failed of, as our error: `timeout` or `unreachable`. */
export function networkError(error: unknown, { host, signal, patience, hint }: Circumstances): unknown {
  if (signal?.aborted) return signal.reason;
  if (patience.aborted) return new AppError('timeout', `${host} did not answer in time`, { host });
  if (isAppError(error)) return error;
  const said = error instanceof Error ? error.message : String(error);
  return new AppError('unreachable', `${host}: ${said}${hint ? `. ${hint}` : ''}`, { host });
}
