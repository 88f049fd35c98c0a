import type { Order, OrderNews, Returned, Sender } from '#shared/web/sending/order.ts';
import { sendInDocument } from '#shared/web/sending/send-in-document.ts';
import type { Client, HiddenDocument } from './hidden-document.ts';
import { sessionLine } from './line.ts';

/** Something that sends and tells how far it is: the event page itself where there is one, else a hidden document. */
export function createSender(hidden: HiddenDocument): Sender {
  return {
    line: sessionLine,
    isAtHand: () => hidden.isHere,

    async ready() {
      if (hidden.isHere) return sendInDocument;
      const client = await hidden.ready();
      return (order, onSent, signal) => {
        const ended = new AbortController();
        const gone = new Promise<never>((_, reject) => {
          // As where a line is cut, which for an upload means once more.
          hidden.watch(() => reject(new TypeError('The document is gone')), ended.signal);
        });
        return Promise.race([gone, sendThrough(client, order, onSent, signal)]).finally(() => ended.abort());
      };
    },
  };
}

/** The order goes straight to the one document, and the answers come back over a port of its own. */
function sendThrough(client: Client, order: Order, onSent: (ratio: number) => void, signal: AbortSignal) {
  return new Promise<Returned>((resolve, reject) => {
    const { port1: port, port2: theirs } = new MessageChannel();
    const stop = () => {
      port.postMessage('called off');
      reject(signal.reason);
    };
    port.onmessage = ({ data }: MessageEvent<OrderNews>) => {
      if (data.kind === 'sent') return onSent(data.ratio);
      signal.removeEventListener('abort', stop);
      port.close();
      if (data.kind === 'answered') resolve(data.returned);
      else reject(new TypeError(data.detail));
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) return reject(signal.reason);
    client.postMessage(order, [theirs, order.body.buffer]);
  });
}
