import type { IncomingMessage } from 'node:http';

/** Node's headers as the web's. Only `Set-Cookie` comes as a list, and the relay has no use for cookies. */
export function toHeaders(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  return headers;
}
