import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Database } from '#shared/web/storage/database.ts';
import { createThumbnails, type Thumbnails } from '../../../extension/features/history/thumbnails.ts';
import { createMemoryDatabase } from '../../fakes/memory-database.ts';

let transactions: number;
let thumbnails: Thumbnails;
beforeEach(async () => {
  vi.useFakeTimers();
  const { opening } = createMemoryDatabase();
  const database = await opening;
  for (let at = 0; at < 400; at++) {
    const blob = { bytes: Uint8Array.of(at % 256), mimeType: 'image/webp' };
    await database.put('blobs', blob, `sha256-${at}`);
  }
  transactions = 0;
  const transaction = database.transaction.bind(database);
  const counting = (...names: Parameters<typeof transaction>) => {
    transactions += 1;
    return transaction(...names);
  };
  thumbnails = createThumbnails(Promise.resolve({ ...database, transaction: counting } as Database));
});
afterEach(() => {
  thumbnails.close();
  vi.useRealTimers();
});

/** Shows one; answers what it was told, and the way to leave it. */
function show(at: number) {
  const told: string[] = [];
  return { told, leave: thumbnails.show(`sha256-${at}`, (url) => told.push(url)) };
}

it('reads what stays in view, a handful in one transaction', async () => {
  const shown = Array.from({ length: 12 }, (_, at) => show(at));
  await vi.advanceTimersByTimeAsync(100);
  expect(shown.map(({ told }) => told.length)).toEqual(Array(12).fill(1));
  expect(transactions).toBe(1);
});

it('has more wait for the next frame', async () => {
  const shown = Array.from({ length: 30 }, (_, at) => show(at));
  await vi.advanceTimersByTimeAsync(70);
  expect(shown.filter(({ told }) => told.length > 0).length).toBeLessThanOrEqual(12);
  await vi.advanceTimersByTimeAsync(200);
  expect(shown.every(({ told }) => told.length === 1)).toBe(true);
});

it('never reads what is scrolled past at once', async () => {
  for (let at = 0; at < 300; at++) {
    const { leave } = show(at);
    await vi.advanceTimersByTimeAsync(16);
    leave();
  }
  await vi.advanceTimersByTimeAsync(500);
  expect(transactions).toBe(0);
});

it('knows what was seen last without reading it again, and lets go of what was not', async () => {
  for (let at = 0; at < 400; at++) {
    const { leave } = show(at);
    await vi.advanceTimersByTimeAsync(100);
    leave();
  }
  expect(thumbnails.known('sha256-399')).toMatch(/^blob:/);
  expect(thumbnails.known('sha256-0')).toBeNull();
  const read = transactions;
  const { told } = show(398);
  expect(told).toHaveLength(1);
  expect(transactions).toBe(read);
});

it('leaves out what is gone, and goes on', async () => {
  const lost = show(1_000);
  const kept = show(5);
  await vi.advanceTimersByTimeAsync(200);
  expect([lost.told.length, kept.told.length]).toEqual([0, 1]);
});
