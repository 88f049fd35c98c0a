import type { Clock, HttpFetch, OnSent } from '#shared/ports.ts';
import type { Order, Send, Sender } from '#shared/web/sending/order.ts';

/** What is smaller is gone before anybody could read how far it is. */
const toldFromBytes = 64 * 1024;

/** What took longer once will again: from the next request on, its progress is told from the start. */
const quickMs = 3_000;

type Ports = { fetch: HttpFetch; sender: Sender; clock: Clock };

/**
 * `fetch` that tells how much of a large body has gone out, where it is asked to and a document is to be had.
 * Most bodies are gone in less time than it takes to open one: only what is not gets it, and is sent anew.
 */
export function createTellingFetch({ fetch, sender, clock }: Ports): HttpFetch {
  const sendTold = async (order: Order, onSent: OnSent, signal: AbortSignal, send: Send) => {
    const beganMs = clock.monotonicMs();
    const { status, headers, body } = await send(order, onSent, signal);
    sender.line.isSlow = clock.monotonicMs() - beganMs > quickMs;
    return new Response(isBodiless(status) ? null : body, {
      status,
      headers: headers.map(([...pair]) => pair),
    });
  };

  return async (url, init = {}) => {
    const { onSent, ...plain } = init;
    const signal = init.signal ?? new AbortController().signal;
    if (!onSent || !plain.body) return fetch(url, init);
    const order = await orderOf(url, plain);
    if (order.body.byteLength < toldFromBytes) return fetch(url, init);
    const calledOff = new AbortController();
    const isLikelyQuick = !sender.isAtHand() && !sender.line.isSlow;
    const quick = isLikelyQuick
      ? fetch(url, { ...plain, signal: AbortSignal.any([signal, calledOff.signal]) })
      : null;
    if (quick && (await hasEnded(quick, clock))) return quick;
    sender.line.isSlow = true;
    const send = await sender.ready().catch(() => null);
    if (!send) return quick ?? fetch(url, init);
    calledOff.abort();
    quick?.catch(() => {});
    return sendTold(order, onSent, signal, send);
  };
}

/** Whether a request ends, well or not, before long. */
async function hasEnded(request: Promise<Response>, clock: Clock): Promise<boolean> {
  const ended = new AbortController();
  const end = () => {
    ended.abort();
    return true;
  };
  const late = clock.sleep(quickMs, ended.signal).then(
    () => false,
    () => true,
  );
  return Promise.race([request.then(end, end), late]);
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
