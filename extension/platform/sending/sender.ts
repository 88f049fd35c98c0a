import { browser } from 'wxt/browser';
import type { Order, OrderNews, Returned, Sender } from '#shared/web/sending/order.ts';
import { sendInDocument } from '#shared/web/sending/send-in-document.ts';
import { sessionLine } from './line.ts';

const path = '/sender.html';

/** A window of ours as the worker sees it. */
type Client = { url: string; postMessage(message: unknown, transfer: Transferable[]): void };
type Clients = { matchAll(which: { type: 'window'; includeUncontrolled: true }): Promise<Client[]> };

/** Something that sends and tells how far it is: the event page itself where there is one, else a hidden document. */
export function createSender(): Sender & { close(): Promise<void> } {
  let opening: Promise<void> | null = null;

  /** One at a time: the browser allows one such document, which may be there from an earlier life. */
  function open(): Promise<void> {
    opening ??= openDocument().finally(() => {
      opening = null;
    });
    return opening;
  }

  return {
    line: sessionLine,

    isAtHand: hasDocument,

    /** Lets the hidden document go, once nothing is to be sent any more. */
    async close(): Promise<void> {
      if (hasDocument() || !(await browser.offscreen.hasDocument())) return;
      await browser.offscreen.closeDocument().catch(() => {});
    },

    async ready() {
      if (hasDocument()) return sendInDocument;
      await open();
      const { clients } = globalThis as unknown as { clients: Clients };
      const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
      const client = windows.find(({ url }) => new URL(url).pathname === path);
      if (!client) throw new Error('The sending document is not there');
      return (order, onSent, signal) => sendThrough(client, order, onSent, signal);
    },
  };
}

function hasDocument(): boolean {
  return typeof XMLHttpRequest === 'function';
}

async function openDocument(): Promise<void> {
  if (await browser.offscreen.hasDocument()) return;
  const justification = 'Only a document can tell how much of a picture has been sent.';
  await browser.offscreen.createDocument({ url: path, reasons: ['BLOBS'], justification });
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
