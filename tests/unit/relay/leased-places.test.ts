import { expect, test } from 'vitest';
import { createLeasedPlaces } from '../../../relay/workers/leased-places.ts';

/** Time that passes while somebody waits, and only then. */
function waitingClock() {
  let atMs = 0;
  const sleep = async (ms: number, signal?: AbortSignal) => {
    signal?.throwIfAborted();
    atMs += ms;
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { nowMs: () => atMs, monotonicMs: () => atMs, sleep };
}

const patient = new AbortController().signal;

test('does as much at once as there are places, and the rest afterwards', async () => {
  const inPlace = createLeasedPlaces(1, waitingClock());
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    order.push(`${name} ends`);
  };
  await Promise.all([inPlace(work('one'), patient), inPlace(work('two'), patient)]);
  expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
});

test('gives a place on that was never given back, and one of work that failed at once', async () => {
  const inPlace = createLeasedPlaces(1, waitingClock());
  void inPlace(() => new Promise(() => {}), patient);
  await expect(inPlace(async () => Promise.reject(new RangeError()), patient)).rejects.toThrow(RangeError);
  expect(await inPlace(async () => 'done', patient)).toBe('done');
});

test('raises `cancelled` for whoever goes while waiting', async () => {
  const inPlace = createLeasedPlaces(1, waitingClock());
  void inPlace(() => new Promise(() => {}), patient);
  const left = AbortSignal.abort();
  await expect(inPlace(async () => 'done', left)).rejects.toMatchObject({ code: 'cancelled' });
});
