import { expect, it } from 'vitest';
import type { HttpFetch } from '#shared/ports.ts';
import type { Order, Send } from '#shared/web/sending/order.ts';
import { createTellingFetch } from '#shared/web/sending/telling-fetch.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';

const url = 'https://api.example.com/api/file/upload';
const large = new Uint8Array(100_000);

type Line = 'quick' | 'slow' | 'cut';

/** A line over which a plain body goes at once, not at all, or breaks off at once. */
function stage({ hasDocument = true, isAtHand = false, line = 'quick' as Line } = {}) {
  const plain: string[] = [];
  const orders: Order[] = [];
  const told: number[] = [];
  const fetch: HttpFetch = async (address, { signal } = {}) => {
    signal?.throwIfAborted();
    plain.push(address);
    if (line === 'cut') throw new TypeError('cut');
    if (line === 'slow')
      await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    return new Response('plain');
  };
  const send: Send = async (order, onSent) => {
    orders.push(order);
    onSent(0.5);
    return { status: 201, headers: [['date', 'then']], body: new TextEncoder().encode('sent') };
  };
  const ready = async () => {
    if (!hasDocument) throw new Error('none');
    return send;
  };
  const sender = { ready, isAtHand: () => isAtHand, line: { isSlow: false } };
  return {
    ask: createTellingFetch({ fetch, sender, clock: createVirtualClock() }),
    sender,
    plain,
    orders,
    told,
    onSent: (ratio: number) => void told.push(ratio),
  };
}

function formOf(bytes: Uint8Array<ArrayBuffer>): FormData {
  const form = new FormData();
  form.append('file', new Blob([bytes], { type: 'image/png' }), 'a.png');
  return form;
}

it('sends a large form by a document, packed as fetch would have, and tells how far it is', async () => {
  const { ask, plain, orders, told, onSent } = stage({ isAtHand: true });
  const headers = { Authorization: 'Bearer k' };
  const answer = await ask(url, { method: 'POST', body: formOf(large), headers, onSent });
  expect([answer.status, answer.headers.get('date'), await answer.text()]).toEqual([201, 'then', 'sent']);
  expect({ plain, told }).toEqual({ plain: [], told: [0.5] });
  const [order] = orders;
  expect(order).toMatchObject({ url, method: 'POST' });
  const sent = Object.fromEntries(order?.headers ?? []);
  expect(sent.authorization).toBe('Bearer k');
  const form = await new Response(order?.body, { headers: sent as Record<string, string> }).formData();
  expect(((await form.get('file')) as File).size).toBe(large.byteLength);
});

it('opens no document for what is gone before long', async () => {
  const { ask, orders, sender, onSent } = stage();
  expect(await (await ask(url, { method: 'POST', body: formOf(large), onSent })).text()).toBe('plain');
  expect({ orders, isSlow: sender.line.isSlow }).toEqual({ orders: [], isSlow: false });
});

it('sends anew by a document what is not gone before long, and knows of the line from then on', async () => {
  const { ask, plain, orders, told, sender, onSent } = stage({ line: 'slow' });
  const order = () => ask(url, { method: 'POST', body: formOf(large), onSent });
  expect(await (await order()).text()).toBe('sent');
  expect({ plain, told, isSlow: sender.line.isSlow }).toEqual({ plain: [url], told: [0.5], isSlow: false });
  sender.line.isSlow = true;
  await order();
  expect({ plain, orders: orders.length }).toEqual({ plain: [url], orders: 2 });
});

it('fails as fetch does where the line is cut, and where it is called off', async () => {
  const cut = stage({ line: 'cut' });
  await expect(cut.ask(url, { method: 'POST', body: formOf(large), onSent: cut.onSent })).rejects.toThrow(
    'cut',
  );
  const { ask, onSent, orders } = stage({ line: 'slow' });
  const signal = AbortSignal.abort(new Error('called off'));
  const ended = ask(url, { method: 'POST', body: formOf(large), onSent, signal });
  await expect(ended).rejects.toThrow('called off');
  expect(orders).toEqual([]);
});

it.each([
  ['nobody asks', { body: formOf(large) }, true],
  ['it is small', { body: formOf(new Uint8Array(10)), onSent: () => {} }, true],
  ['there is no body', { method: 'GET', onSent: () => {} }, true],
  ['no document is to be had', { body: formOf(large), onSent: () => {} }, false],
])('fetches plainly where %s', async (_, init, hasDocument) => {
  const { ask, plain, orders } = stage({ hasDocument, isAtHand: true });
  expect(await (await ask(url, { method: 'POST', ...init })).text()).toBe('plain');
  expect({ plain, orders }).toEqual({ plain: [url], orders: [] });
});
