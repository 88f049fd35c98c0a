import type { Order, OrderNews } from '#shared/web/sending/order.ts';
import { sendInDocument } from '#shared/web/sending/send-in-document.ts';
import type { PrepareOrder } from '../preparing/order.ts';
import { createDocumentPreparer } from '../preparing/prepare-in-document.ts';
import { saysItIsThere } from './hidden-document.ts';

/** Makes this document the one that sends and prepares for the worker, each order over a port of its own. */
export function answerOrders(): void {
  saysItIsThere();
  const answerPreparing = createDocumentPreparer();
  navigator.serviceWorker.onmessage = ({ data, ports: [port] }: MessageEvent<Order | PrepareOrder>) => {
    if (port) void ('prepare' in data ? answerPreparing(data, port) : answerOrder(data, port));
  };
}

async function answerOrder(order: Order, port: MessagePort): Promise<void> {
  const tell = (news: OrderNews) => port.postMessage(news);
  const calledOff = new AbortController();
  // Whatever is said to the document is that the order is called off.
  port.onmessage = () => calledOff.abort();
  try {
    const onSent = (ratio: number) => tell({ kind: 'sent', ratio });
    tell({ kind: 'answered', returned: await sendInDocument(order, onSent, calledOff.signal) });
  } catch (error) {
    tell({ kind: 'failed', detail: String(error) });
  }
  port.close();
}
