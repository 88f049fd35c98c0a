import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { type BatchItem, parseBatch } from '#shared/jobs/batch/batch.ts';
import { newBatch } from '#shared/jobs/batch/new-batch.ts';
import { queuedAgain, stopsTheBatch } from '#shared/jobs/batch/settle-item.ts';
import { createCountingIds } from '../../fakes/counting-ids.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';
import { aLook, aPicture } from './batch-fixtures.ts';

const example = async (name: string) =>
  JSON.parse(await readFile(new URL(`../../fixtures/batch/${name}.json`, import.meta.url), 'utf8'));

it('reads a batch of version 1, with what a later version has added to it', async () => {
  const stored = { ...(await example('batch-1')), colour: 'green' };
  expect(parseBatch(stored)).toEqual(stored);
});

it('leaves a batch of a later version alone', async () => {
  expect(parseBatch({ ...(await example('batch-1')), version: 2 })).toBeNull();
});

it('reads an item of version 1 as what it is: to be gone on with, its batch stopped by it', async () => {
  const item: BatchItem = await example('item-1');
  const { batch, items } = newBatch(
    { pictures: [aPicture()], looks: [aLook], seed: 1, perItem: { seconds: 12, costUsd: 0.01 } },
    { clock: createVirtualClock(), ids: createCountingIds() },
  );
  expect(Object.keys(items[0] ?? {}).sort()).toEqual(Object.keys(item).sort());
  expect(Object.keys(batch).sort()).toEqual(Object.keys(await example('batch-1')).sort());
  expect(stopsTheBatch(item)).toBe(true);
  expect(queuedAgain(item)).toMatchObject({ state: 'waiting', jobId: item.jobId, error: null });
});

it('makes every picture in every look, each with a seed of its own unless one is kept', () => {
  const seeds = [11, 12, 13, 14];
  const ids = { ...createCountingIds(), seed: () => seeds.shift() ?? 0 };
  const wishes = {
    pictures: [aPicture(), { ...aPicture(), name: 'tea.png' }],
    looks: [aLook, { ...aLook, name: 'Film noir' }],
    perItem: { seconds: 12, costUsd: null },
  };
  const clock = createVirtualClock();
  const { batch, items } = newBatch({ ...wishes, seed: null }, { clock, ids });
  expect(batch).toMatchObject({ pictureCount: 2, itemCount: 4 });
  expect(items.map(({ picture, look, seed }) => [picture.name, look, seed])).toEqual([
    ['coffee.png', 0, 11],
    ['coffee.png', 1, 12],
    ['tea.png', 0, 13],
    ['tea.png', 1, 14],
  ]);
  expect(newBatch({ ...wishes, seed: 7 }, { clock, ids }).items.every(({ seed }) => seed === 7)).toBe(true);
});
