import { isAppError } from '#shared/errors/app-error.ts';

/**
 * One line a request, on purpose made of nothing a stranger chose: the path is a pattern of the route
 * table, so no id, query, token, key or body can get into a log.
 */
export type RequestLogEntry = {
  method: string;
  /** E.g. `/api/run/{id}`; `unlisted` for what the relay does not serve. */
  path: string;
  status: number;
  /** Milliseconds until the answer's head; bodies stream on after that. */
  ms: number;
  member?: string;
  /** Code of what went wrong, e.g. `unreachable`, or the name of an unforeseen error. */
  failure?: string;
};

export function writeLogLine(entry: RequestLogEntry): void {
  console.log(JSON.stringify({ at: new Date().toISOString(), ...entry }));
}

/** Never the message: messages quote addresses. */
export function failureName(error: unknown): string {
  if (isAppError(error)) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
