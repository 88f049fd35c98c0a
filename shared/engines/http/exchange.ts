import { type Place, placeOf } from '#shared/engines/http/host-of.ts';
import { networkError } from '#shared/engines/http/network-error.ts';
import type { Politeness } from '#shared/engines/http/politeness.ts';
import { readBytes } from '#shared/engines/http/read-bytes.ts';
import { isRedirect } from '#shared/engines/http/redirect.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Bytes, HttpFetch, OnSent } from '#shared/ports.ts';

const answerTimeoutMs = 30_000;
const uploadTimeoutMs = 300_000;

const fixed = {
  credentials: 'omit',
  redirect: 'manual',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
} as const;

export type Call = {
  method?: 'GET' | 'POST' | 'PUT';
  /** `FormData` and bytes are sent as they are, anything else as JSON. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal | undefined;
  /** How long the whole answer may take; left out, half a minute, and five for what is sent as it is. */
  timeoutMs?: number;
  onSent?: OnSent | undefined;
};

/** A whole answer, and where it came from. */
export type Answer = { ok: boolean; status: number; headers: Headers; bytes: Bytes; place: Place };

type Server = {
  baseUrl: string;
  /** The header that carries the key; none for the routes that need none. */
  keyHeaders: Readonly<Record<string, string>>;
  fetch: HttpFetch;
  politeness: Politeness;
  /** What to look at when it cannot be reached. */
  hint?: string;
};

export type Exchange = ReturnType<typeof createExchange>;

/**
 * The one module that attaches an API key, and only to `baseUrl`'s exact origin. Sends no cookies (a session
 * cookie would win over the key), follows no redirects, bounds time and size, and sends nothing twice.
 * Raises the codes of `networkError`.
 */
export function createExchange({ baseUrl, keyHeaders, fetch, politeness, hint }: Server) {
  const { origin } = new URL(baseUrl);
  const keyFor = (url: string) => (new URL(url).origin === origin ? keyHeaders : {});

  /** One request; `take` has what is wanted of its answer, within the same time. */
  async function send<T>(url: string, call: Call, take: (answer: Response) => Promise<T>): Promise<T> {
    const { signal } = call;
    await politeness.waitForLeave(url, signal);
    const usualMs = isSentAsItIs(call.body) ? uploadTimeoutMs : answerTimeoutMs;
    const patience = AbortSignal.timeout(call.timeoutMs ?? usualMs);
    try {
      const either = signal ? AbortSignal.any([signal, patience]) : patience;
      const told = call.onSent ? { onSent: call.onSent } : {};
      const response = await fetch(url, { ...requestInit(call, keyFor(url)), signal: either, ...told });
      politeness.heed(url, response);
      if (isRedirect(response)) throw new AppError('unexpected-answer', 'It sends elsewhere, not followed');
      return await take(response);
    } catch (error) {
      throw networkError(error, { url, signal, patience, ...(hint !== undefined && { hint }) });
    }
  }

  /** One request with its whole answer. */
  function ask(url: string, call: Call, maxBytes: number): Promise<Answer> {
    return send(url, call, async (response) => {
      const { ok, status, headers } = response;
      return { ok, status, headers, bytes: await readBytes(response, maxBytes), place: placeOf(url) };
    });
  }

  return { send, ask };
}

function requestInit(
  { method = 'GET', body, headers: further }: Call,
  keyHeaders: Server['keyHeaders'],
): RequestInit {
  const headers: Record<string, string> = { ...further, ...keyHeaders };
  if (body === undefined) return { ...fixed, method, headers };
  if (isSentAsItIs(body)) return { ...fixed, method, headers, body };
  headers['Content-Type'] = 'application/json';
  return { ...fixed, method, headers, body: JSON.stringify(body) };
}

function isSentAsItIs(body: unknown): body is FormData | Bytes {
  return body instanceof FormData || body instanceof Uint8Array;
}
