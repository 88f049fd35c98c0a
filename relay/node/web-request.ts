import type { IncomingMessage } from 'node:http';
import { toWebBody } from './web-body.ts';
import { toHeaders } from './web-headers.ts';

/** Node's request as the web's. The body is pulled chunk by chunk, never collected. */
export function toWebRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const init: RequestInit & { duplex: 'half' } = {
    method: incoming.method ?? 'GET',
    headers: toHeaders(incoming),
    body: hasBody(incoming) ? toWebBody(incoming) : null,
    signal,
    duplex: 'half',
  };
  return new Request(addressOf(incoming), init);
}

/**
 * The address as the caller wrote it, for links that lead back here: a proxy tells whether it was https. A
 * caller can make up both, and then has a link of their own making.
 */
function addressOf({ headers, url = '/' }: IncomingMessage): string {
  const scheme = headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
  const host = /^[\w.:[\]-]+$/.test(headers.host ?? '') ? headers.host : 'localhost';
  return `${scheme}://${host}${url.startsWith('/') ? '' : '/'}${url}`;
}

function hasBody({ method, headers }: IncomingMessage): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
