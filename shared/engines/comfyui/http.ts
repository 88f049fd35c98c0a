import { errorFromAnswer } from '#shared/engines/comfyui/answer-error.ts';
import { type Answer, type Call, createExchange } from '#shared/engines/http/exchange.ts';
import { createPoliteness, type Politeness } from '#shared/engines/http/politeness.ts';
import { type ApiAnswer, readAnswer, readPicture, textOf } from '#shared/engines/http/read-answer.ts';
import { isAppError } from '#shared/errors/app-error.ts';
import type { Bytes, Clock, HttpFetch } from '#shared/ports.ts';
import type * as z from '#shared/zod.ts';

/** `object_info` of a server with many custom nodes is the largest JSON there is. */
const maxJsonBytes = 64 * 1024 * 1024;

export type ApiCall = Omit<Call, 'headers'>;

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
 * A ComfyUI server. Paths go under `/api`, which local servers and Comfy Cloud share.
 * Raises the codes of `errorFromAnswer`, `readAnswer` and `networkError`.
 */
export function createApi(options: ApiOptions) {
  const { baseUrl, apiKey, fetch, clock } = options;
  const { politeness = createPoliteness({ clock }) } = options;
  const keyHeaders: Record<string, string> = apiKey === null ? {} : { 'X-API-Key': apiKey };
  const exchange = createExchange({ baseUrl, keyHeaders, fetch, politeness, hint: unreachableHint });
  const urlOf = (path: string) => `${baseUrl}/api${path}`;

  async function ask(path: string, call: ApiCall): Promise<Answer> {
    const answer = await exchange.ask(urlOf(path), call, maxJsonBytes);
    if (answer.ok) return answer;
    throw errorFromAnswer(answer.status, textOf(answer), answer.place);
  }

  function json<T>(path: string, schema: z.ZodMiniType<T>, call: ApiCall = {}): Promise<ApiAnswer<T>> {
    const once = async () => readAnswer(await ask(path, call), schema, path);
    const isRead = (call.method ?? 'GET') === 'GET';
    return isRead ? politeness.read(once, baseUrl, call.signal) : once();
  }

  return {
    json,
    urlOf,

    /** Browsers send no headers with a WebSocket: Comfy Cloud takes the key as a parameter. */
    socketUrlOf(clientId: string): string {
      const token = apiKey === null ? {} : { token: apiKey };
      return `${baseUrl.replace(/^http/, 'ws')}/ws?${new URLSearchParams({ clientId, ...token })}`;
    },

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

    bytes: (url: string, signal?: AbortSignal): Promise<Bytes> =>
      politeness.read(() => readPicture(exchange, url, signal), url, signal),
  };
}

/** A route that a server does not have answers 404, behind some proxies 405. */
export function isNotFound(error: unknown): boolean {
  return isAppError(error) && (error.data.status === 404 || error.data.status === 405);
}

/** A browser tells a script one thing, "Failed to fetch", for all of these. */
const unreachableHint =
  'ComfyUI is not running there, or it lets no other page in (--enable-cors-header), or the browser ' +
  'keeps this page off the local network.';
