import { errorFromAnswer } from '#shared/engines/http/answer-error.ts';
import { type Call, createExchange } from '#shared/engines/http/exchange.ts';
import { placeOf } from '#shared/engines/http/host-of.ts';
import { createPoliteness, type Politeness } from '#shared/engines/http/politeness.ts';
import { type ApiAnswer, readAnswer, readPicture, textOf } from '#shared/engines/http/read-answer.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import type { Bytes, Clock, HttpFetch } from '#shared/ports.ts';
import type * as z from '#shared/zod.ts';

const streamTimeoutMs = 600_000;
const maxJsonBytes = 8 * 1024 * 1024;

export type ApiCall = Call & {
  /** What an answer of 404 means for this call. */
  notFound?: ErrorCode;
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

export type Api = ReturnType<typeof createApi>;

/**
 * A server that takes its key as `Authorization: Bearer`. Reads are repeated through passing faults; nothing
 * else is ever sent twice. Raises the codes of `errorFromAnswer`, `readAnswer` and `networkError`.
 */
export function createApi(options: ApiOptions) {
  const { baseUrl, apiKey, fetch, clock } = options;
  const { politeness = createPoliteness({ clock }) } = options;
  const keyHeaders: Record<string, string> = apiKey === null ? {} : { Authorization: `Bearer ${apiKey}` };
  const exchange = createExchange({ baseUrl, keyHeaders, fetch, politeness });
  let serverAheadMs: number | null = null;

  async function jsonOnce<T>(path: string, schema: z.ZodMiniType<T>, call: ApiCall): Promise<ApiAnswer<T>> {
    const answer = await exchange.ask(`${baseUrl}${path}`, call, maxJsonBytes);
    if (!answer.ok) throw errorFromAnswer(answer.status, textOf(answer), answer.place, call.notFound);
    const read = readAnswer(answer, schema, path);
    if (read.serverNowMs !== null) serverAheadMs = read.serverNowMs - clock.nowMs();
    return read;
  }

  async function putOnce(url: string, call: ApiCall): Promise<void> {
    const { ok, status, place } = await exchange.ask(url, { ...call, method: 'PUT' }, maxJsonBytes);
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
      const call = { headers: { Accept: 'text/event-stream' }, signal, timeoutMs: streamTimeoutMs };
      const { ok, status, body } = await exchange.send(url, call, async (response) => response);
      if (ok && body) return body;
      await body?.cancel();
      throw errorFromAnswer(status, '', placeOf(url));
    },

    bytes: (url: string, signal?: AbortSignal): Promise<Bytes> =>
      politeness.read(() => readPicture(exchange, url, signal), url, signal),
  };
}
