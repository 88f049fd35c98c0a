import { explainNodeErrors, nodeErrorsOf } from '#shared/engines/comfyui/node-errors.ts';
import type { Place } from '#shared/engines/http/host-of.ts';
import { interferenceIn } from '#shared/engines/http/interference.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';

const maxDetailLength = 400;

/**
 * An HTTP answer that is not 2xx, as our error. ComfyUI itself says `{error: {message, details},
 * node_errors}`, `{error}`, plain text, or nothing at all; Comfy Cloud `{code, message}`; a proxy HTML.
 */
export function errorFromAnswer(status: number, text: string, place: Place): AppError {
  const facts = { status, ...place };
  const interference = interferenceIn(status, text);
  if (interference) return new AppError(interference, `HTTP ${status} from the network`, facts);
  if (status === 403 && text.trim() === '')
    return new AppError('forbidden', originGuardHint(place.host), facts);
  const detail = detailOf(text);
  return new AppError(codeFor(status, detail), (detail ?? `HTTP ${status}`).slice(0, maxDetailLength), facts);
}

/**
 * A 403 without a word is ComfyUI's guard against other sites: on loopback it compares `Origin` with
 * `Host`, and since v0.19 looks at `Sec-Fetch-Site` (server.py, create_origin_only_middleware).
 */
function originGuardHint(host: string): string {
  return (
    `${host} answered 403 without a reason: this ComfyUI turns away requests that a browser sends from ` +
    'elsewhere than its own page. Start it with --enable-cors-header, or use the extension, which can ' +
    'leave the Origin header out.'
  );
}

const codeByStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthorized',
  402: 'no-credit',
  403: 'forbidden',
  413: 'picture-too-large',
};

function codeFor(status: number, detail: string | null): ErrorCode {
  // Comfy Cloud also answers 429 to an account that has not paid (its OpenAPI document, POST /api/prompt).
  if (status === 429)
    return /\bpaid|payment|subscri|credit/i.test(detail ?? '') ? 'no-credit' : 'rate-limited';
  if (status >= 500) return 'server-failed';
  if (status === 400 && detail !== null) return 'invalid-input';
  return codeByStatus[status] ?? 'unexpected-answer';
}

/** What the answer says, `null` for a web page. */
function detailOf(text: string): string | null {
  const body = bodyOf(text);
  if (body) return wordsOf(body);
  return /^\s*</.test(text) ? null : (text.trim().split('\n')[0] ?? '');
}

type Body = Readonly<Record<string, unknown>>;

function bodyOf(text: string): Body | null {
  try {
    const body: unknown = JSON.parse(text);
    return isBody(body) ? body : null;
  } catch {
    return null;
  }
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wordsOf({ error, message, detail, node_errors }: Body): string {
  const aboutNodes = explainNodeErrors(nodeErrorsOf(node_errors));
  if (aboutNodes) return aboutNodes;
  const said = isBody(error) ? [error.message, error.details] : [error ?? message ?? detail];
  return said.filter((part) => typeof part === 'string' && part !== '').join(' ') || 'unknown reason';
}
