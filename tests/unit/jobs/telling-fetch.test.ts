import { expect, it } from 'vitest';
import type { HttpFetch } from '#shared/ports.ts';
import type { Order, Send } from '#shared/web/sending/order.ts';
import { createTellingFetch } from '#shared/web/sending/telling-fetch.ts';

const url = 'https://api.example.com/api/file/upload';
const large = new Uint8Array(100_000);

function stage({ hasDocument = true } = {}) {
  const plain: string[] = [];
  const orders: Order[] = [];
  const told: number[] = [];
  const fetch: HttpFetch = async (address) => {
    plain.push(address);
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
  return {
    ask: createTellingFetch(fetch, ready),
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
  const { ask, plain, orders, told, onSent } = stage();
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

it.each([
  ['nobody asks', { body: formOf(large) }, true],
  ['it is small', { body: formOf(new Uint8Array(10)), onSent: () => {} }, true],
  ['there is no body', { method: 'GET', onSent: () => {} }, true],
  ['no document is to be had', { body: formOf(large), onSent: () => {} }, false],
])('fetches plainly where %s', async (_, init, hasDocument) => {
  const { ask, plain, orders } = stage({ hasDocument });
  expect(await (await ask(url, { method: 'POST', ...init })).text()).toBe('plain');
  expect({ plain, orders }).toEqual({ plain: [url], orders: [] });
});
