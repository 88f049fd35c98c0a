import { expect, it } from 'vitest';
import type { HttpFetch } from '#shared/ports.ts';
import type { Line, Order, Send } from '#shared/web/sending/order.ts';
import { createTellingFetch } from '#shared/web/sending/telling-fetch.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';

const url = 'https://api.example.com/api/file/upload';
const large = new Uint8Array(200_000);
const medium = new Uint8Array(100_000);

type Knowledge = {
  hasDocument?: boolean;
  isAtHand?: boolean;
  bytesPerSecond?: number | null;
  plainMs?: number;
};

/** A line over which a plain body takes a second if nothing else is said, and one that is told two more to be answered. */
function stage({
  hasDocument = true,
  isAtHand = false,
  bytesPerSecond = null,
  plainMs = 1_000,
}: Knowledge = {}) {
  const [plain, learnt, told]: [string[], number[], number[]] = [[], [], []];
  const orders: Order[] = [];
  const clock = createVirtualClock();
  const problem: { is?: Error } = {};
  const fetch: HttpFetch = async (address, { signal } = {}) => {
    signal?.throwIfAborted();
    plain.push(address);
    await clock.sleep(plainMs);
    if (problem.is) throw problem.is;
    return new Response('plain');
  };
  const send: Send = async (order, onSent, signal) => {
    signal.throwIfAborted();
    orders.push(order);
    onSent(0.5);
    await clock.sleep(1_000);
    onSent(1);
    await clock.sleep(2_000);
    return { status: 201, headers: [['date', 'then']], body: new TextEncoder().encode('sent') };
  };
  const ready = async () => {
    if (!hasDocument) throw new Error('none');
    return send;
  };
  const line: Line = {
    bytesPerSecond: async () => learnt.at(-1) ?? bytesPerSecond,
    learn: async (speed) => void learnt.push(speed),
  };
  const ask = createTellingFetch({ fetch, sender: { ready, isAtHand: () => isAtHand, line }, clock });
  return { ask, problem, plain, orders, told, learnt, onSent: (ratio: number) => void told.push(ratio) };
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
  expect({ plain, told }).toEqual({ plain: [], told: [0.5, 1] });
  const [order] = orders;
  expect(order).toMatchObject({ url, method: 'POST' });
  const sent = Object.fromEntries(order?.headers ?? []);
  expect(sent.authorization).toBe('Bearer k');
  const form = await new Response(order?.body, { headers: sent as Record<string, string> }).formData();
  expect(((await form.get('file')) as File).size).toBe(large.byteLength);
});

it.each([
  ['a small body, while nothing is known', medium, null, 'plain'],
  ['a large body, while nothing is known', large, null, 'sent'],
  ['a large body on a line that was fast', large, 1_000_000, 'plain'],
  ['a small body on a line that was slow', medium, 20_000, 'sent'],
])('opens a document for what will take long alone: %s', async (_, bytes, bytesPerSecond, by) => {
  const { ask, plain, orders, onSent } = stage({ bytesPerSecond });
  expect(await (await ask(url, { method: 'POST', body: formOf(bytes), onSent })).text()).toBe(by);
  expect(plain.length + orders.length).toBe(1);
});

it('sends no body a second time that takes longer than thought, and knows better from then on', async () => {
  const { ask, plain, orders, told, onSent } = stage({ bytesPerSecond: 1_000_000, plainMs: 60_000 });
  const order = () => ask(url, { method: 'POST', body: formOf(large), onSent });
  expect(await (await order()).text()).toBe('plain');
  expect({ plain, orders }).toEqual({ plain: [url], orders: [] });
  expect(await (await order()).text()).toBe('sent');
  expect({ plain, told, orders: orders.length }).toEqual({ plain: [url], told: [0.5, 1], orders: 1 });
});

it('learns from each body how fast the line is, less what the server takes to answer where that is seen', async () => {
  const { ask, learnt, onSent } = stage();
  const order = () => ask(url, { method: 'POST', body: formOf(large), onSent });
  await order();
  await order();
  expect(learnt.map((speed) => Math.round(speed / 10_000))).toEqual([20, 20]);
});

it('fails as fetch does where the line is cut, and where it is called off', async () => {
  const cut = stage({ bytesPerSecond: 1_000_000 });
  cut.problem.is = new TypeError('cut');
  const cutOff = cut.ask(url, { method: 'POST', body: formOf(large), onSent: cut.onSent });
  await expect(cutOff).rejects.toThrow('cut');
  const { ask, onSent, orders, learnt } = stage();
  const signal = AbortSignal.abort(new Error('called off'));
  const ended = ask(url, { method: 'POST', body: formOf(large), onSent, signal });
  await expect(ended).rejects.toThrow('called off');
  expect({ orders, learnt: [...cut.learnt, ...learnt] }).toEqual({ orders: [], learnt: [] });
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
