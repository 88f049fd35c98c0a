import { errorFromAnswer } from '#shared/engines/http/answer-error.ts';
import { hostOf } from '#shared/engines/http/host-of.ts';
import { networkError } from '#shared/engines/http/network-error.ts';
import { parseJson } from '#shared/engines/http/parse-json.ts';
import { createPoliteness } from '#shared/engines/http/politeness.ts';
import { readBytes } from '#shared/engines/http/read-bytes.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import type { Bytes, Clock, HttpFetch } from '#shared/ports.ts';
import type * as z from '#shared/zod.ts';

const answerTimeoutMs = 30_000;
const uploadTimeoutMs = 300_000;
const maxJsonBytes = 8 * 1024 * 1024;
const maxPictureBytes = 50 * 1024 * 1024;

export type ApiCall = {
  method?: 'GET' | 'POST' | 'PUT';
  /** `FormData` and bytes are sent as they are, anything else as JSON. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal | undefined;
  /** What an answer of 404 means for this call. */
  notFound?: ErrorCode;
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
};

export type Api = ReturnType<typeof createApi>;

/**
 * The one module that attaches the API key, and only to `baseUrl`'s exact origin. Sends no cookies
 * (a session cookie would win over the key), follows no redirects, bounds time and size. Reads are
 * repeated through passing faults; nothing else is ever sent twice.
 * Raises the codes of `errorFromAnswer`, `unreachable` and `timeout`.
 */
export function createApi({ baseUrl, apiKey, fetch, clock }: ApiOptions) {
  const origin = new URL(baseUrl).origin;
  const politeness = createPoliteness({ clock });
  let serverAheadMs: number | null = null;

  function requestInit(url: string, { method = 'GET', body, headers: further }: ApiCall): RequestInit {
    const headers: Record<string, string> = { ...further };
    if (apiKey !== null && new URL(url).origin === origin) headers.Authorization = `Bearer ${apiKey}`;
    const fixed = {
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    } as const;
    if (body === undefined) return { ...fixed, method, headers };
    if (isSentAsItIs(body)) return { ...fixed, method, headers, body };
    return {
      ...fixed,
      method,
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    };
  }

  async function send(url: string, call: ApiCall): Promise<Response> {
    const { signal } = call;
    await politeness.waitForLeave(url, signal);
    const patience = AbortSignal.timeout(isSentAsItIs(call.body) ? uploadTimeoutMs : answerTimeoutMs);
    try {
      const either = signal ? AbortSignal.any([signal, patience]) : patience;
      const response = await fetch(url, { ...requestInit(url, call), signal: either });
      politeness.heed(url, response);
      return response;
    } catch (error) {
      throw networkError(error, { host: hostOf(url), signal, patience });
    }
  }

  async function jsonOnce<T>(path: string, schema: z.ZodMiniType<T>, call: ApiCall): Promise<ApiAnswer<T>> {
    const url = `${baseUrl}${path}`;
    const response = await send(url, call);
    const text = new TextDecoder().decode(await readBytes(response, maxJsonBytes));
    if (!response.ok) throw errorFromAnswer(response.status, text, hostOf(url), call.notFound);
    const parsed = schema.safeParse(parseJson(text));
    if (!parsed.success) {
      throw new AppError('not-comfydeploy', `${path} answered in an unknown form`, { host: hostOf(url) });
    }
    const date = Date.parse(response.headers.get('date') ?? '');
    const serverNowMs = Number.isNaN(date) ? null : date;
    if (serverNowMs !== null) serverAheadMs = serverNowMs - clock.nowMs();
    return { data: parsed.data, serverNowMs };
  }

  async function bytesOnce(url: string, signal?: AbortSignal): Promise<Bytes> {
    const response = await send(url, { signal });
    if (!response.ok) {
      // A storage that is down for a moment has not lost the picture.
      const code = response.status >= 500 ? 'server-failed' : 'result-unreadable';
      throw new AppError(code, `The picture's address answered ${response.status}`, {
        status: response.status,
        host: hostOf(url),
      });
    }
    return readBytes(response, maxPictureBytes);
  }

  return {
    /** How far the server's clock is before ours, by its last answer; `null` while none has told. */
    serverAheadMs: () => serverAheadMs,

    json<T>(path: string, schema: z.ZodMiniType<T>, call: ApiCall = {}): Promise<ApiAnswer<T>> {
      const once = () => jsonOnce(path, schema, call);
      return (call.method ?? 'GET') === 'GET' ? politeness.read(once, call.signal) : once();
    },

    /** Stores bytes at a presigned address, whose query is the permission. Repeatable: it overwrites. */
    put(url: string, body: Bytes, headers: Record<string, string>, signal?: AbortSignal): Promise<void> {
      return politeness.read(async () => {
        const { ok, status } = await send(url, { method: 'PUT', body, headers, signal });
        const host = hostOf(url);
        if (!ok) throw new AppError('server-failed', `The storage answered ${status}`, { status, host });
      }, signal);
    },

    bytes(url: string, signal?: AbortSignal): Promise<Bytes> {
      return politeness.read(() => bytesOnce(url, signal), signal);
    },
  };
}

function isSentAsItIs(body: unknown): body is FormData | Bytes {
  return body instanceof FormData || body instanceof Uint8Array;
}
