import { errorFromAnswer } from '#shared/engines/comfyui/answer-error.ts';
import { errorFromPictureAnswer } from '#shared/engines/http/answer-error.ts';
import { placeOf } from '#shared/engines/http/host-of.ts';
import { interferenceIn } from '#shared/engines/http/interference.ts';
import { networkError } from '#shared/engines/http/network-error.ts';
import { parseJson } from '#shared/engines/http/parse-json.ts';
import { createPoliteness, type Politeness } from '#shared/engines/http/politeness.ts';
import { readBytes } from '#shared/engines/http/read-bytes.ts';
import { isRedirect } from '#shared/engines/http/redirect.ts';
import { AppError, isAppError } from '#shared/errors/app-error.ts';
import type { Bytes, Clock, HttpFetch, OnSent } from '#shared/ports.ts';
import type * as z from '#shared/zod.ts';

const answerTimeoutMs = 30_000;
const uploadTimeoutMs = 300_000;
/** `object_info` of a server with many custom nodes is the largest JSON there is. */
const maxJsonBytes = 64 * 1024 * 1024;
const maxPictureBytes = 50 * 1024 * 1024;

export type ApiCall = {
  method?: 'GET' | 'POST';
  /** A `FormData` is sent as it is, anything else as JSON. */
  body?: unknown;
  signal?: AbortSignal | undefined;
  /** How long the whole answer may take; left out, half a minute, and five for a form. */
  timeoutMs?: number;
  onSent?: OnSent | undefined;
};

export type ApiAnswer<T> = { data: T /** The server's clock, where told. */; serverNowMs: number | null };

export type Api = ReturnType<typeof createApi>;

type ApiOptions = {
  baseUrl: string;
  apiKey: string | null;
  fetch: HttpFetch;
  clock: Clock;
  /** What is remembered of every server, shared by the engines of a surface; left out, this one's own. */
  politeness?: Politeness;
};

/**
 * The one module of this engine that attaches the key, and only to `baseUrl`'s exact origin. Paths go
 * under `/api`, which local servers and Comfy Cloud share. Sends no cookies, follows no redirects,
 * bounds time and size. Raises the codes of `errorFromAnswer` and `networkError`.
 */
export function createApi(options: ApiOptions) {
  const { baseUrl, apiKey, fetch, clock } = options;
  const { politeness = createPoliteness({ clock }) } = options;
  const { origin } = new URL(baseUrl);
  const urlOf = (path: string) => `${baseUrl}/api${path}`;

  /** Browsers send no headers with a WebSocket: Comfy Cloud takes the key as a parameter. */
  function socketUrlOf(clientId: string): string {
    const token = apiKey === null ? {} : { token: apiKey };
    return `${baseUrl.replace(/^http/, 'ws')}/ws?${new URLSearchParams({ clientId, ...token })}`;
  }

  async function exchange(url: string, call: ApiCall, maxBytes: number) {
    await politeness.waitForLeave(url, call.signal);
    const usualMs = call.body instanceof FormData ? uploadTimeoutMs : answerTimeoutMs;
    const patience = AbortSignal.timeout(call.timeoutMs ?? usualMs);
    const signal = call.signal ? AbortSignal.any([call.signal, patience]) : patience;
    const key = new URL(url).origin === origin ? apiKey : null;
    try {
      const told = call.onSent ? { onSent: call.onSent } : {};
      const response = await fetch(url, { ...requestInit(call, key), signal, ...told });
      politeness.heed(url, response);
      if (isRedirect(response)) throw new AppError('unexpected-answer', 'It sends elsewhere, not followed');
      return { response, bytes: await readBytes(response, maxBytes) };
    } catch (error) {
      throw networkError(error, { url, signal: call.signal, patience, hint: unreachableHint });
    }
  }

  async function ask(path: string, call: ApiCall): Promise<{ response: Response; text: string }> {
    const url = urlOf(path);
    const { response, bytes } = await exchange(url, call, maxJsonBytes);
    const text = new TextDecoder().decode(bytes);
    if (!response.ok) throw errorFromAnswer(response.status, text, placeOf(url));
    return { response, text };
  }

  function json<T>(path: string, schema: z.ZodMiniType<T>, call: ApiCall = {}): Promise<ApiAnswer<T>> {
    const once = () => jsonOnce(path, schema, call);
    const isRead = (call.method ?? 'GET') === 'GET';
    return isRead ? politeness.read(once, baseUrl, call.signal) : once();
  }

  async function jsonOnce<T>(path: string, schema: z.ZodMiniType<T>, call: ApiCall): Promise<ApiAnswer<T>> {
    const { response, text } = await ask(path, call);
    const parsed = schema.safeParse(parseJson(text));
    if (!parsed.success) {
      const code = interferenceIn(response.status, text) ?? 'unexpected-answer';
      throw new AppError(code, `${path} answered in a form that is not ComfyUI's`, placeOf(baseUrl));
    }
    const date = Date.parse(response.headers.get('date') ?? '');
    return { data: parsed.data, serverNowMs: Number.isNaN(date) ? null : date };
  }

  return {
    json,
    urlOf,
    socketUrlOf,

    /** As `json`, with `null` for 404: a thing, or a whole route, that the server does not know. */
    async find<T>(path: string, schema: z.ZodMiniType<T>, signal?: AbortSignal): Promise<T | null> {
      try {
        return (await json(path, schema, { signal })).data;
      } catch (error) {
        if (isNotFound(error)) return null;
        throw error;
      }
    },

    /** A request whose answer says nothing but that it was heard. */
    async post(path: string, body: unknown, signal?: AbortSignal): Promise<void> {
      await ask(path, { method: 'POST', body, signal });
    },

    bytes: (url: string, signal?: AbortSignal) => politeness.read(() => bytesOnce(url, signal), url, signal),
  };

  async function bytesOnce(url: string, signal?: AbortSignal): Promise<Bytes> {
    const { response, bytes } = await exchange(url, { signal }, maxPictureBytes);
    if (response.ok) return bytes;
    throw errorFromPictureAnswer(response.status, new TextDecoder().decode(bytes), placeOf(url));
  }
}

/** A route that a server does not have answers 404, behind some proxies 405. */
export function isNotFound(error: unknown): boolean {
  return isAppError(error) && (error.data.status === 404 || error.data.status === 405);
}

function requestInit({ method = 'GET', body }: ApiCall, key: string | null): RequestInit {
  const headers: Record<string, string> = key === null ? {} : { 'X-API-Key': key };
  const fixed = {
    method,
    headers,
    credentials: 'omit',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  } as const;
  if (body === undefined) return fixed;
  if (body instanceof FormData) return { ...fixed, body };
  headers['Content-Type'] = 'application/json';
  return { ...fixed, body: JSON.stringify(body) };
}

/** A browser tells a script one thing, "Failed to fetch", for all of these. */
const unreachableHint =
  'ComfyUI is not running there, or it lets no other page in (--enable-cors-header), or the browser ' +
  'keeps this page off the local network.';
