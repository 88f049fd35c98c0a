import type { Bytes, OnSent } from '#shared/ports.ts';
import { isSameAddress } from '#shared/web/sending/is-same-address.ts';
import type { Order, Returned, Send } from '#shared/web/sending/order.ts';

/** Answers to uploads are small. */
const maxAnswerBytes = 8 * 1024 * 1024;

/**
 * Sends by `XMLHttpRequest`, which alone tells how much of a body has gone out, and which only documents have.
 * It would follow redirects, though, and take key and picture along: so each request is made in a frame of its
 * own whose policy lets it reach one origin, and an answer from another address of that one is not taken.
 */
export const sendInDocument: Send = async (order, onSent, signal) => {
  signal.throwIfAborted();
  const frame = await frameFor(new URL(order.url).origin);
  try {
    signal.throwIfAborted();
    const { XMLHttpRequest: Request } = frame.contentWindow as Window & typeof globalThis;
    return await sendWith(new Request(), order, onSent, signal);
  } finally {
    frame.remove();
  }
};

async function frameFor(origin: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="connect-src ${origin}">`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame;
}

function sendWith(
  request: XMLHttpRequest,
  order: Order,
  onSent: OnSent,
  signal: AbortSignal,
): Promise<Returned> {
  const stop = () => request.abort();
  const ended = new Promise<Returned>((resolve, reject) => {
    request.open(order.method, order.url);
    request.responseType = 'arraybuffer';
    for (const [name, value] of order.headers) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onprogress = ({ loaded }) => loaded > maxAnswerBytes && stop();
    request.onloadend = () =>
      request.status === 0 ? reject(new TypeError('No answer came')) : resolve(returnedBy(request, order));
  });
  signal.addEventListener('abort', stop, { once: true });
  request.send(order.body);
  return ended.finally(() => signal.removeEventListener('abort', stop));
}

function returnedBy(request: XMLHttpRequest, { url }: Order): Returned {
  // As a redirect looks that was not followed.
  if (!isSameAddress(request.responseURL, url)) return { status: 307, headers: [], body: new Uint8Array() };
  const lines = request.getAllResponseHeaders().trim().split('\r\n');
  const headers = lines.flatMap((line): [string, string][] => {
    const at = line.indexOf(': ');
    return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 2)]];
  });
  const body: Bytes = new Uint8Array(request.response as ArrayBuffer);
  return { status: request.status, headers, body };
}
