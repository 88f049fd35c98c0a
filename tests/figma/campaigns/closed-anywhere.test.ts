import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { rounds } from '../../campaign.ts';
import type { FakeFigma } from '../../fakes/figma/fake-figma.ts';
import { createServer, openOrders, resultsIn } from '../ordered-layers.ts';
import { openPanelLife, type PanelLife } from '../panel-life.ts';

let figma: FakeFigma;

afterEach(() => {
  expect(figma.troubles()).toEqual([]);
  figma.close();
});

const atRest = ({ jobs }: PanelLife) =>
  vi.waitUntil(() => jobs.rows.get().every(({ state }) => state.name === 'placed'), { timeout: 20_000 });
/** Closed after so many crossings, opened again, waited for; answers how many there were. */
async function closeAfter(crossings: number): Promise<number> {
  const opened = await openOrders();
  figma = opened.figma;
  const { engine, nonces } = createServer();
  const first = await openPanelLife(figma, engine);
  first.jobs.start(opened.orders);
  const ordered = first.crossings();
  await Promise.race([first.closeAfter(crossings), atRest(first)]);
  const crossed = first.crossings() - ordered;
  first.end();

  const second = await openPanelLife(figma, engine);
  await second.jobs.resume();
  await expect.poll(() => resultsIn(figma).length, { timeout: 20_000 }).toBe(3);
  const left = () => Object.keys(figma.storage()).filter((key) => key.startsWith('order:'));
  await expect.poll(left, { timeout: 20_000 }).toEqual([]);

  expect(new Set(resultsIn(figma)).size).toBe(3);
  expect(nonces).toHaveLength(3);
  second.end();
  return crossed;
}

test('the panel closed at any moment of a batch: opened again, every picture is placed, none paid twice', async () => {
  const all = await closeAfter(Number.POSITIVE_INFINITY);
  const moments = Array.from({ length: all }, (_, index) => index + 1);
  const count = rounds({ sample: 12, all });
  const [chosen = []] = fc.sample(fc.shuffledSubarray(moments, { minLength: count, maxLength: count }), 1);
  for (const moment of chosen) {
    figma.close();
    await closeAfter(moment).catch((error: unknown) => {
      throw new Error(`closed after ${moment} of ${all}: ${error instanceof Error ? error.message : error}`);
    });
  }
  console.info(`closed at ${chosen.length} of ${all} moments`);
}, 600_000);
