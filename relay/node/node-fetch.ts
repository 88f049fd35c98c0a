import {
  type ClientRequest,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import { type Duplex, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { createBrotliDecompress, createUnzip } from 'node:zlib';
import type { HttpFetch } from '#shared/ports.ts';
import { lookupPublic } from './private-hosts.ts';
import { isSmall } from './small-body.ts';
import { toHeaders } from './web-headers.ts';

/**
 * As much of `fetch` as the relay uses, over `node:http`. Node's own clones each request and keeps what it
 * sent in the clone's half of a `tee`, so a streamed upload would lie in memory whole
 * (https://fetch.spec.whatwg.org/#http-network-or-cache-fetch, the note at "clone of request").
 * Bodies are streams or nothing; redirects are answered, never followed; nothing is sent twice.
 */
export const nodeFetch: HttpFetch = (address, init = {}) => send(address, init, {});

/** The same for addresses that strangers name: it connects to nothing but the public internet. */
export const publicNodeFetch: HttpFetch = (address, init = {}) =>
  send(address, init, { lookup: lookupPublic });

const send = (address: string, init: RequestInit, connecting: Pick<RequestOptions, 'lookup'>) =>
  new Promise<Response>((resolve, reject) => {
    const outgoing = open(new URL(address), init, connecting);
    outgoing.once('response', (incoming) => {
      resolve(toResponse(incoming));
      // Answered before all was sent: Node would keep the half-sent request waiting for ever.
      incoming.once('end', () => outgoing.writableFinished || outgoing.destroy());
    });
    // Stays on after the answer, for the late error of a request that was cut short.
    outgoing.on('error', reject);
    if (init.body instanceof ReadableStream) {
      pipeline(Readable.fromWeb(init.body as NodeReadableStream), outgoing).catch(reject);
    } else {
      outgoing.end();
    }
  });

function open(
  url: URL,
  { method = 'GET', headers, signal }: RequestInit,
  connecting: Pick<RequestOptions, 'lookup'>,
): ClientRequest {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const options = {
    ...connecting,
    method,
    headers: { 'accept-encoding': 'gzip, br', ...Object.fromEntries(new Headers(headers)) },
  };
  return request(url, signal ? { ...options, signal } : options);
}

const bodilessStatuses: ReadonlySet<number> = new Set([204, 205, 304]);

async function toResponse(incoming: IncomingMessage): Promise<Response> {
  const status = incoming.statusCode ?? 502;
  const headers = toHeaders(incoming);
  if (isSmall(headers)) {
    const bytes = await buffer(incoming);
    return new Response(bodilessStatuses.has(status) ? null : new Uint8Array(bytes), { status, headers });
  }
  if (!bodilessStatuses.has(status)) {
    return new Response(Readable.toWeb(decoded(incoming)) as ReadableStream, { status, headers });
  }
  incoming.resume();
  return new Response(null, { status, headers });
}

/** Undoes the content encoding, as every `fetch` does; the header stays and tells of it. */
function decoded(incoming: IncomingMessage): Readable {
  const decoder = decoderFor(incoming.headers['content-encoding']);
  // An error of either destroys both, and whoever reads the stream hears of it there.
  return decoder ? incoming.compose(decoder) : incoming;
}

function decoderFor(encoding: string | undefined): Duplex | null {
  if (encoding === 'gzip' || encoding === 'deflate') return createUnzip();
  return encoding === 'br' ? createBrotliDecompress() : null;
}
