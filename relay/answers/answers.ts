import { type ErrorData, isAppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import { words } from '../words.ts';

/** The relay's answer to a failure, in ComfyDeploy's shape with our code beside it. */
export function failureAnswer(error: unknown): Response {
  if (isAppError(error)) return problemAnswer(statusOf(error.data), error.code, error.data.detail);
  return problemAnswer(500, 'unknown', words.relayFailed);
}

/** What went wrong on the way to ComfyDeploy may tell no status, or one that says that all is well. */
function statusOf({ code, status = 0 }: ErrorData): number {
  if (status >= 400) return status;
  return code.endsWith('-not-found') ? 404 : 502;
}

export function problemAnswer(status: number, code: ErrorCode, detail: string): Response {
  return Response.json({ detail, code }, { status });
}

export function unauthorizedAnswer(): Response {
  const answer = problemAnswer(401, 'unauthorized', words.unknownToken);
  answer.headers.set('WWW-Authenticate', 'Bearer');
  return answer;
}

export function forbiddenAnswer(): Response {
  return problemAnswer(403, 'forbidden', words.adminsOnly);
}

export function tooManyCallsAnswer(waitSeconds: number): Response {
  const answer = problemAnswer(429, 'rate-limited', words.tooManyCalls);
  answer.headers.set('Retry-After', String(waitSeconds));
  return answer;
}

/** Word for word what ComfyDeploy says, so that a client sees one kind of missing path. */
export function notFoundAnswer(): Response {
  return Response.json({ detail: 'Not Found' }, { status: 404 });
}
