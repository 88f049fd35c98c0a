import { errorFromAnswer, errorFromPictureAnswer } from '#shared/engines/http/answer-error.ts';
import { type Place, placeOf } from '#shared/engines/http/host-of.ts';
import { interferenceIn } from '#shared/engines/http/interference.ts';
import { networkError } from '#shared/engines/http/network-error.ts';
import { parseJson } from '#shared/engines/http/parse-json.ts';
import { createPoliteness, type Politeness } from '#shared/engines/http/politeness.ts';
import { readBytes } from '#shared/engines/http/read-bytes.ts';
import { isRedirect } from '#shared/engines/http/redirect.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import type { Bytes, Clock, HttpFetch, OnSent } from '#shared/ports.ts';
import type * as z from '#shared/zod.ts';

const answerTimeoutMs = 30_000;
const uploadTimeoutMs = 300_000;
const streamTimeoutMs = 600_000;
const maxJsonBytes = 8 * 1024 * 1024;
const maxPictureBytes = 50 * 1024 * 1024;

const fixed = {
  credentials: 'omit',
  redirect: 'manual',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
} as const;

export type ApiCall = {
  method?: 'GET' | 'POST' | 'PUT';
  /** `FormData` and bytes are sent as they are, anything else as JSON. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal | undefined;
  /** How long the whole answer may take; left out, half a minute, and five for what is sent as it is. */
  timeoutMs?: number;
  /** What an answer of 404 means for this call. */
  notFound?: ErrorCode;
  onSent?: OnSent | undefined;
};

export type ApiAnswer<T> = {
  data: T;
  /** The server's clock, where the answer tells it. */
  serverNowMs: number | null;
};

export type ApiOptions = {
  baseUrl: string;
  /** `null` for the routes that need none. */
  apiKey: string | null;
  fetch: HttpFetch;
  clock: Clock;
  /** What is remembered of every server, shared by the engines of a surface; left out, this one's own. */
  politeness?: Politeness;
};

type Exchange = { ok: boolean; status: number; headers: Headers; bytes: Bytes; place: Place };

export type Api = ReturnType<typeof createApi>;

/**
 * The one module that attaches the API key, and only to `baseUrl`'s exact origin. Sends no cookies
 * (a session cookie would win over the key), follows no redirects, bounds time and size. Reads are
 * repeated through passing faults; nothing else is ever sent twice.
 * Raises the codes of `errorFromAnswer` and `networkError`.
 */
export function createApi(options: ApiOptions) {
  const { baseUrl, apiKey, fetch, clock } = options;
  const { politeness = createPoliteness({ clock }) } = options;
  const key = { origin: new URL(baseUrl).origin, apiKey };
  let serverAheadMs: number | null = null;

  /** One request; `take` has what is wanted of its answer, within the same time. */
  async function send<T>(url: string, call: ApiCall, take: (answer: Response) => Promise<T>): Promise<T> {
    const { signal } = call;
    await politeness.waitForLeave(url, signal);
    const usualMs = isSentAsItIs(call.body) ? uploadTimeoutMs : answerTimeoutMs;
    const patience = AbortSignal.timeout(call.timeoutMs ?? usualMs);
    try {
      const either = signal ? AbortSignal.any([signal, patience]) : patience;
      const told = call.onSent ? { onSent: call.onSent } : {};
      const response = await fetch(url, { ...requestInit(url, call, key), signal: either, ...told });
      politeness.heed(url, response);
      if (isRedirect(response)) throw new AppError('unexpected-answer', 'It sends elsewhere, not followed');
      return await take(response);
    } catch (error) {
      throw networkError(error, { url, signal, patience });
    }
  }

  /** One request with its whole answer. */
  function exchange(url: string, call: ApiCall, maxBytes: number): Promise<Exchange> {
    return send(url, call, async (response) => {
      const { ok, status, headers } = response;
      return { ok, status, headers, bytes: await readBytes(response, maxBytes), place: placeOf(url) };
    });
  }

  async function jsonOnce<T>(path: string, schema: z.ZodMiniType<T>, call: ApiCall): Promise<ApiAnswer<T>> {
    const { ok, status, headers, bytes, place } = await exchange(`${baseUrl}${path}`, call, maxJsonBytes);
    const text = new TextDecoder().decode(bytes);
    if (!ok) throw errorFromAnswer(status, text, place, call.notFound);
    const parsed = schema.safeParse(parseJson(text));
    if (!parsed.success) {
      const code = interferenceIn(status, text) ?? 'unexpected-answer';
      throw new AppError(code, `${path} answered in an unknown form`, { status, ...place });
    }
    const date = Date.parse(headers.get('date') ?? '');
    const serverNowMs = Number.isNaN(date) ? null : date;
    if (serverNowMs !== null) serverAheadMs = serverNowMs - clock.nowMs();
    return { data: parsed.data, serverNowMs };
  }

  async function bytesOnce(url: string, signal?: AbortSignal): Promise<Bytes> {
    const { ok, status, bytes, place } = await exchange(url, { signal }, maxPictureBytes);
    if (ok) return bytes;
    throw errorFromPictureAnswer(status, new TextDecoder().decode(bytes), place);
  }

  async function putOnce(url: string, call: ApiCall): Promise<void> {
    const { ok, status, place } = await exchange(url, { ...call, method: 'PUT' }, maxJsonBytes);
    if (!ok) throw new AppError('server-failed', `The storage answered ${status}`, { status, ...place });
  }

  return {
    /** How far the server's clock is before ours, by its last answer; `null` while none has told. */
    serverAheadMs: () => serverAheadMs,

    json<T>(path: string, schema: z.ZodMiniType<T>, call: ApiCall = {}): Promise<ApiAnswer<T>> {
      const once = () => jsonOnce(path, schema, call);
      const isRead = (call.method ?? 'GET') === 'GET';
      return isRead ? politeness.read(once, baseUrl, call.signal) : once();
    },

    /** Stores bytes at a presigned address, whose query is the permission. Repeatable: it overwrites. */
    put(url: string, body: Bytes, call: ApiCall): Promise<void> {
      return politeness.read(() => putOnce(url, { ...call, body }), url, call.signal);
    },

    /** An event stream, until either side ends it. Nothing is repeated. */
    async stream(path: string, signal: AbortSignal): Promise<ReadableStream<Bytes>> {
      const url = `${baseUrl}${path}`;
      const headers = { Accept: 'text/event-stream' };
      const call = { headers, signal, timeoutMs: streamTimeoutMs };
      const { ok, status, body } = await send(url, call, async (response) => response);
      if (ok && body) return body;
      await body?.cancel();
      throw errorFromAnswer(status, '', placeOf(url));
    },

    bytes(url: string, signal?: AbortSignal): Promise<Bytes> {
      return politeness.read(() => bytesOnce(url, signal), url, signal);
    },
  };
}

/** The key goes along to its own exact origin, and nowhere else. */
function requestInit(
  url: string,
  { method = 'GET', body, headers: further }: ApiCall,
  { origin, apiKey }: { origin: string; apiKey: string | null },
): RequestInit {
  const headers: Record<string, string> = { ...further };
  if (apiKey !== null && new URL(url).origin === origin) headers.Authorization = `Bearer ${apiKey}`;
  if (body === undefined) return { ...fixed, method, headers };
  if (isSentAsItIs(body)) return { ...fixed, method, headers, body };
  return {
    ...fixed,
    method,
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
}

function isSentAsItIs(body: unknown): body is FormData | Bytes {
  return body instanceof FormData || body instanceof Uint8Array;
}
