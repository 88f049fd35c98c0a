import type { HttpFetch } from '#shared/ports.ts';
import type { Order, Send } from '#shared/web/sending/order.ts';

/** What is smaller is gone before anybody could read how far it is. */
const toldFromBytes = 64 * 1024;

/** `fetch` that tells how much of a large body has gone out, where it is asked to and a document is to be had. */
export function createTellingFetch(fetch: HttpFetch, ready: () => Promise<Send>): HttpFetch {
  return async (url, init = {}) => {
    const { onSent, signal, ...plain } = init;
    const order = onSent && plain.body ? await orderOf(url, plain) : null;
    if (!onSent || !order || order.body.byteLength < toldFromBytes) return fetch(url, init);
    const send = await ready().catch(() => null);
    if (!send) return fetch(url, init);
    const { status, headers, body } = await send(order, onSent, signal ?? new AbortController().signal);
    return new Response(isBodiless(status) ? null : body, {
      status,
      headers: headers.map(([...pair]) => pair),
    });
  };
}

/** A form is packed here: no form can be handed from one thread to another. */
async function orderOf(url: string, { method = 'GET', headers, body }: RequestInit): Promise<Order> {
  const packed = new Request(url, { method, ...(headers && { headers }), ...(body && { body }) });
  return {
    url,
    method,
    headers: [...packed.headers],
    body: new Uint8Array(await packed.arrayBuffer()),
  };
}

function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}
