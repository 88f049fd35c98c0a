import { afterEach, expect, test, vi } from 'vitest';
import type { FakeFigma } from '../fakes/figma/fake-figma.ts';
import { createServer, openOrders, resultsIn } from './ordered-layers.ts';
import { openPanelLife, type PanelLife } from './panel-life.ts';

let figma: FakeFigma;

afterEach(() => {
  expect(figma.troubles()).toEqual([]);
  figma.close();
});

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const patient = { timeout: 20_000 };

const stored = (kind: string) =>
  Object.entries(figma.storage()).filter(([key]) => key.startsWith(`${kind}:`));
/** Whether their paid request has gone out is known by the server only, which is asked without a question. */
const sent = () =>
  stored('job').filter(([, value]) =>
    ['submitting', 'reconciling'].includes((value as { job: { stage: { name: string } } }).job.stage.name),
  );
const allPlaced = ({ jobs }: PanelLife) =>
  vi.waitUntil(() => jobs.rows.get().every(({ state }) => state.name === 'placed'), patient);

/** Three pictures are ordered, and the panel is closed after so many of its messages and calls. */
async function orderAndClose(crossings: number) {
  const opened = await openOrders();
  figma = opened.figma;
  const server = createServer();
  const first = await openPanelLife(figma, server.engine);
  first.jobs.start(opened.orders);
  await first.closeAfter(crossings);
  first.end();
  return server;
}

async function openLater(engine: Parameters<typeof openPanelLife>[1], laterMs: number): Promise<PanelLife> {
  const life = await openPanelLife(figma, engine, Date.now() + laterMs);
  await life.jobs.resume();
  return life;
}

test.each([4, 9, 15, 22, 30])(
  'closed after %d messages and opened a day later: what is not sent waits for an answer, then it is made once',
  async (crossings) => {
    const { engine, nonces } = await orderAndClose(crossings);
    const [paid, unknown] = [nonces.length, sent().length];

    const next = await openLater(engine, dayMs);
    const { rows, sinceMs } = next.jobs.held.get();
    expect(rows.length).toBe(3 - paid - unknown);
    expect(rows.length).toBeGreaterThan(0);
    expect(sinceMs).toBeLessThan(Date.now() + minuteMs);
    await allPlaced(next);
    expect(nonces.length).toBe(paid + unknown);

    next.jobs.makeHeld();
    next.jobs.makeHeld();
    await expect.poll(() => resultsIn(figma).length, patient).toBe(3);
    await allPlaced(next);
    expect(nonces).toHaveLength(3);
    expect(next.jobs.held.get().rows).toEqual([]);
    next.end();
  },
);

test('left, they are gone for good and cost nothing', async () => {
  const { engine, nonces } = await orderAndClose(9);
  const next = await openLater(engine, dayMs);
  await next.jobs.leaveHeld();
  expect(stored('order')).toEqual([]);
  next.end();

  const last = await openLater(engine, 2 * dayMs);
  expect(last.jobs.held.get().rows).toEqual([]);
  expect(last.jobs.rows.get()).toEqual([]);
  expect(nonces).toEqual([]);
  last.end();
});

test('within the hour they go on without a question', async () => {
  const { engine, nonces } = await orderAndClose(9);
  const next = await openLater(engine, 50 * minuteMs);
  expect(next.jobs.held.get().rows).toEqual([]);
  await expect.poll(() => resultsIn(figma).length, patient).toBe(3);
  expect(nonces).toHaveLength(3);
  await allPlaced(next);
  next.end();
});
