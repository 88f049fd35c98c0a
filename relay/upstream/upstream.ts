import { isRedirect } from '#shared/engines/http/redirect.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { RelayConfig } from '../relay-config.ts';
import { relayVersion } from '../version.ts';
import { words } from '../words.ts';

import { toUpstreamError } from './upstream-error.ts';

/** `path` begins below the base and comes from the route table, so it cannot change the origin. */
export type UpstreamCall = { path: string; isPaid: boolean };
export type Upstream = { send(request: Request, call: UpstreamCall): Promise<Response> };

const passedRequestHeaders = ['accept', 'content-type', 'content-length'];
/** `Date` too: a lost run is looked for by ComfyDeploy's clock, not by the relay's. */
const passedAnswerHeaders = ['content-type', 'date', 'retry-after'];

/**
 * The one module that knows the API key. Each call is sent exactly once: a repeated POST could pay
 * twice, and repeating reads is the client's own policy.
 */
export function createUpstream(config: Pick<RelayConfig, 'upstream' | 'apiKey' | 'fetch'>): Upstream {
  const base = config.upstream.replace(/\/+$/, '');
  return {
    async send(request, call) {
      const init = upstreamRequest(request, config.apiKey);
      const answer = await config.fetch(base + call.path, init).catch((error: unknown) => {
        throw toUpstreamError(error, call.isPaid);
      });
      return relayedAnswer(await accepted(answer));
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

function pickHeaders(headers: Headers, names: readonly string[]): Headers {
  return new Headers([...headers].filter(([name]) => names.includes(name)));
}
