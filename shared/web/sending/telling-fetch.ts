import type { Clock, HttpFetch, OnSent } from '#shared/ports.ts';
import type { Order, Send, Sender } from '#shared/web/sending/order.ts';

/** What is smaller is gone before anybody could read how far it is. */
const toldFromBytes = 64 * 1024;

/** What takes no longer needs no progress. */
const quickMs = 3_000;

/** A line of which nothing is known is taken for a bad one: a document too many costs less than a wait untold. */
const unknownBytesPerSecond = 50_000;

type Ports = { fetch: HttpFetch; sender: Sender; clock: Clock };

/**
 * `fetch` that tells how much of a large body has gone out, where it is asked to and a document is to be had.
 * Most bodies are gone in less time than it takes to open one: by the size, and by how fast the last one went, it is
 * decided beforehand. No body is sent a second time to have it told.
 */
export function createTellingFetch({ fetch, sender, clock }: Ports): HttpFetch {
  const isLong = async (sizeBytes: number) =>
    (sizeBytes * 1_000) / ((await sender.line.bytesPerSecond()) ?? unknownBytesPerSecond) > quickMs;
  /** What was refused may not have gone out whole. */
  const learn = (isTaken: boolean, sizeBytes: number, tookMs: number) => {
    if (isTaken) void sender.line.learn((sizeBytes * 1_000) / Math.max(tookMs, 1));
  };

  const sendTold = async (order: Order, onSent: OnSent, signal: AbortSignal, send: Send) => {
    const sizeBytes = order.body.byteLength;
    const beganMs = clock.monotonicMs();
    let sentMs: number | null = null;
    const onPart: OnSent = (ratio) => {
      if (ratio === 1) sentMs ??= clock.monotonicMs();
      onSent(ratio);
    };
    const { status, headers, body } = await send(order, onPart, signal);
    learn(status < 300, sizeBytes, (sentMs ?? clock.monotonicMs()) - beganMs);
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
    const sizeBytes = order.body.byteLength;
    if (sizeBytes < toldFromBytes) return fetch(url, init);
    const isTold = sender.isAtHand() || (await isLong(sizeBytes));
    const send = isTold ? await sender.ready().catch(() => null) : null;
    if (send) return sendTold(order, onSent, signal, send);
    const beganMs = clock.monotonicMs();
    const answer = await fetch(url, init);
    // The server's own time is in it: a line is rather taken for slower than it is.
    learn(answer.ok, sizeBytes, clock.monotonicMs() - beganMs);
    return answer;
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
