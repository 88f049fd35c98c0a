import type { Place } from '#shared/engines/http/host-of.ts';
import { interferenceIn } from '#shared/engines/http/interference.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type ErrorCode, readErrorCode } from '#shared/errors/codes.ts';

const maxDetailLength = 200;

/**
 * An HTTP answer that is not 2xx, as our error. ComfyDeploy says `{"detail": string | array}`; some
 * routes say `error` or `message`; a relay of ours says one of our codes; a company's proxy answers
 * with a page of its own.
 */
export function errorFromAnswer(
  status: number,
  text: string,
  place: Place,
  notFound: ErrorCode = 'unexpected-answer',
): AppError {
  const interference = interferenceIn(status, text);
  if (interference)
    return new AppError(interference, `HTTP ${status} from the network`, { status, ...place });
  const body = bodyOf(text);
  const detail = body && detailOf(body);
  const code =
    detail === null ? codeWithoutDetail(status) : (ownCode(body) ?? codeFor(status, detail, notFound));
  return new AppError(code, detail ?? `HTTP ${status}`, { status, ...place });
}

function codeWithoutDetail(status: number): ErrorCode {
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'server-failed' : 'unexpected-answer';
}

function codeFor(status: number, detail: string, notFound: ErrorCode): ErrorCode {
  if (status === 401) return 'unauthorized';
  if (status === 402) return 'no-credit';
  // The wire has no code for it: the words are the only mark (comfy-deploy/api, routes/run.py).
  if (status === 403 && /suspended/i.test(detail)) return 'suspended';
  if (status === 403) return /credit|balance/i.test(detail) ? 'no-credit' : 'forbidden';
  if (status === 404) return notFound;
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server-failed';
  return 'invalid-input';
}

type Body = Record<string, unknown>;

function bodyOf(text: string): Body | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Body) : null;
  } catch {
    return null;
  }
}

function detailOf({ detail, error, message }: Body): string | null {
  const found = detail ?? error ?? message;
  return found === undefined ? null : wordsOf(found).slice(0, maxDetailLength);
}

function ownCode(body: Body | null): ErrorCode | null {
  return readErrorCode(body?.code);
}

/** 422 carries an array; its `input` echoes what was sent, maybe a whole picture: left out. */
function wordsOf(detail: unknown): string {
  if (typeof detail === 'string') return detail;
  if (!Array.isArray(detail)) return 'unknown reason';
  const { loc, msg } = (detail[0] ?? {}) as { loc?: unknown; msg?: unknown };
  const parts: unknown[] = Array.isArray(loc) ? loc : [];
  const place = parts.filter((part) => part !== 'body' && typeof part !== 'object').join('.');
  return typeof msg === 'string' ? `${place}: ${msg}` : 'unknown reason';
}

/** A picture's address that answered otherwise than well. The status tells whether its link has run out. */
export function errorFromPictureAnswer(status: number, text: string, place: Place): AppError {
  // A storage that is down for a moment has not lost the picture.
  const code = interferenceIn(status, text) ?? (status >= 500 ? 'server-failed' : 'result-unreadable');
  return new AppError(code, `The picture's address answered ${status}`, { status, ...place });
}
