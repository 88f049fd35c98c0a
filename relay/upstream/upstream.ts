import { isRedirect } from '#shared/engines/http/redirect.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { HttpFetch } from '#shared/ports.ts';
import { relayVersion } from '../version.ts';
import { words } from '../words.ts';
import type { KeyKeeper } from './key-keeper.ts';
import { lostAnswer, toUpstreamError } from './upstream-error.ts';

/** `path` begins below the base and comes from the route table, so it cannot change the origin. */
export type UpstreamCall = { path: string; isPaid: boolean };

export type Upstream = {
  /** Base of ComfyDeploy's API, without a slash at its end. */
  base: string;
  send(request: Request, call: UpstreamCall): Promise<Response>;
  /** The same for the relay's own calls: only addresses below the base. */
  fetch: HttpFetch;
};

export type UpstreamOptions = { upstream: string; fetch: HttpFetch; key: KeyKeeper };

const passedRequestHeaders = ['accept', 'content-type', 'content-length'];
/** `Date` too: a lost run is looked for by ComfyDeploy's clock, not by the relay's. */
const passedAnswerHeaders = ['content-type', 'date', 'retry-after'];

/** The call that costs money. */
export const queuePath = '/run/deployment/queue';

/**
 * The one module that sends the API key. Each call is sent exactly once: a repeated POST could pay
 * twice, and repeating reads is the client's own policy.
 */
export function createUpstream({ upstream, fetch, key }: UpstreamOptions): Upstream {
  const base = upstream.replace(/\/+$/, '');

  async function send(request: Request, call: UpstreamCall): Promise<Response> {
    const apiKey = await key.read();
    if (apiKey === null) throw new AppError('not-configured', words.keyMissing, { status: 503 });
    const answer = await fetch(base + call.path, upstreamRequest(request, apiKey)).catch((error: unknown) => {
      throw toUpstreamError(error, call.isPaid);
    });
    const relayed = relayedAnswer(await accepted(answer));
    return call.isPaid ? wholeAnswer(relayed) : relayed;
  }

  return {
    base,
    send,
    async fetch(url, init) {
      const path = url.startsWith(`${base}/`) ? url.slice(base.length) : null;
      if (path === null) throw new AppError('host-not-allowed', words.notUpstream, { status: 502 });
      return send(new Request(url, init), { path, isPaid: path === queuePath });
    },
  };
}

/** `duplex` is missing from the DOM's types; Node demands it for a streamed body. */
function upstreamRequest(request: Request, apiKey: string): RequestInit & { duplex: 'half' } {
  const headers = pickHeaders(request.headers, passedRequestHeaders);
  headers.set('Authorization', `Bearer ${apiKey}`);
  headers.set('User-Agent', `restyle-relay/${relayVersion}`);
  const { method, body, signal } = request;
  return { method, headers, body, signal, redirect: 'manual', duplex: 'half' };
}

/** A 401 here speaks of the relay's key; passed on, a member would look for the fault in their token. */
async function accepted(answer: Response): Promise<Response> {
  if (!isRedirect(answer) && answer.status !== 401) return answer;
  await answer.body?.cancel();
  if (answer.status === 401) throw new AppError('forbidden', words.keyRefused, { status: 403 });
  throw new AppError('unexpected-answer', words.upstreamRedirected, { status: 502 });
}

/** `fetch` has undone any content encoding, which makes the length of an encoded answer wrong. */
function relayedAnswer(answer: Response): Response {
  const isEncoded = answer.headers.has('content-encoding');
  const names = isEncoded ? passedAnswerHeaders : [...passedAnswerHeaders, 'content-length'];
  return new Response(answer.body, {
    status: answer.status,
    headers: pickHeaders(answer.headers, names),
  });
}

/** Read here to its end: one that breaks off half-way was lost after the request had arrived. */
async function wholeAnswer(answer: Response): Promise<Response> {
  if (answer.body === null) return answer;
  const bytes = await answer.arrayBuffer().catch((error: unknown) => {
    throw lostAnswer(error);
  });
  return new Response(bytes, answer);
}

function pickHeaders(headers: Headers, names: readonly string[]): Headers {
  return new Headers([...headers].filter(([name]) => names.includes(name)));
}
