import { errorFromAnswer } from '#shared/engines/comfyui/answer-error.ts';
import { networkError } from '#shared/engines/http/network-error.ts';
import { parseJson } from '#shared/engines/http/parse-json.ts';
import { readBytes } from '#shared/engines/http/read-bytes.ts';
import { AppError, isAppError } from '#shared/errors/app-error.ts';
import type { Bytes, HttpFetch } from '#shared/ports.ts';
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
};

export type ApiAnswer<T> = { data: T /** The server's clock, where told. */; serverNowMs: number | null };

export type Api = ReturnType<typeof createApi>;

type ApiOptions = { baseUrl: string; apiKey: string | null; fetch: HttpFetch };

/**
 * The one module of this engine that attaches the key, and only to `baseUrl`'s exact origin. Paths go
 * under `/api`, which local servers and Comfy Cloud share. Sends no cookies, follows no redirects,
 * bounds time and size. Raises the codes of `errorFromAnswer`, `unreachable` and `timeout`.
 */
export function createApi({ baseUrl, apiKey, fetch }: ApiOptions) {
  const { origin } = new URL(baseUrl);
  const urlOf = (path: string) => `${baseUrl}/api${path}`;

  /** Browsers send no headers with a WebSocket: Comfy Cloud takes the key as a parameter. */
  function socketUrlOf(clientId: string): string {
    const token = apiKey === null ? {} : { token: apiKey };
    return `${baseUrl.replace(/^http/, 'ws')}/ws?${new URLSearchParams({ clientId, ...token })}`;
  }

  async function exchange(url: string, call: ApiCall, maxBytes: number) {
    const patience = AbortSignal.timeout(call.body instanceof FormData ? uploadTimeoutMs : answerTimeoutMs);
    const signal = call.signal ? AbortSignal.any([call.signal, patience]) : patience;
    const key = new URL(url).origin === origin ? apiKey : null;
    try {
      const response = await fetch(url, { ...requestInit(call, key), signal });
      return { response, bytes: await readBytes(response, maxBytes) };
    } catch (error) {
      throw networkError(error, {
        host: new URL(url).host,
        signal: call.signal,
        patience,
        hint: unreachableHint,
      });
    }
  }

  async function ask(path: string, call: ApiCall): Promise<{ response: Response; text: string }> {
    const url = urlOf(path);
    const { response, bytes } = await exchange(url, call, maxJsonBytes);
    const text = new TextDecoder().decode(bytes);
    if (!response.ok) throw errorFromAnswer(response.status, text, new URL(url).host);
    return { response, text };
  }

  async function json<T>(path: string, schema: z.ZodMiniType<T>, call: ApiCall = {}): Promise<ApiAnswer<T>> {
    const { response, text } = await ask(path, call);
    const parsed = schema.safeParse(parseJson(text));
    if (!parsed.success) {
      const { host } = new URL(baseUrl);
      throw new AppError('not-comfydeploy', `${path} answered in a form that is not ComfyUI's`, { host });
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

    async bytes(url: string, signal?: AbortSignal): Promise<Bytes> {
      const { response, bytes } = await exchange(url, { signal }, maxPictureBytes);
      const { status } = response;
      if (response.ok) return bytes;
      const detail = `The picture's address answered ${status}`;
      throw new AppError('result-unreadable', detail, { status, host: new URL(url).host });
    },
  };
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
    redirect: 'error',
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
