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
  return new Request(`http://localhost${incoming.url ?? '/'}`, init);
}

function hasBody({ method, headers }: IncomingMessage): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
