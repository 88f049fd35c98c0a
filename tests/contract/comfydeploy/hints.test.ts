import { afterAll, beforeAll, expect, it } from 'vitest';
import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import { isFinalStatus } from '#shared/engines/comfydeploy/run.ts';
import type { Engine } from '#shared/engines/engine.ts';
import { createApi } from '#shared/engines/http/api.ts';
import { readEventData } from '#shared/engines/http/event-data.ts';
import { createPoller, type Poller } from '#shared/engines/polling/poller.ts';
import { systemClock } from '#shared/platform.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';

const timing = { queueMs: 0, coldStartMs: 0, runMs: 1_200, archiveMs: 0 };

let standIn: StandIn;
let engine: Engine;
beforeAll(async () => {
  standIn = await startStandIn({ timing, megapixels: 0.02, concurrencyLimit: 4 });
  engine = createComfyDeployEngine({ ...standIn, fetch: globalThis.fetch, clock: systemClock });
});
afterAll(() => standIn.close());

const start = () => engine.start({ inputs: {}, nonce: crypto.randomUUID() });
const listen = (path: string, signal: AbortSignal) =>
  createApi({ ...standIn, fetch: globalThis.fetch, clock: systemClock }).stream(path, signal);

async function endedAtMs(runId: string): Promise<number> {
  const headers = { authorization: `Bearer ${standIn.apiKey}` };
  const answer = await fetch(`${standIn.baseUrl}/run/${runId}`, { headers });
  return Date.parse(((await answer.json()) as { ended_at: string }).ended_at);
}

/** Looks every three seconds: seldom enough for a hint to matter more than a busy machine. */
async function watch(poller: Poller, runId: string): Promise<{ delayMs: number; looks: number }> {
  const watched = poller.watch(engine, runId);
  for (let looks = 1; ; looks += 1) {
    await watched.wait(3_000, AbortSignal.timeout(60_000));
    const { state } = await watched.look(() => engine.get(runId));
    if (!isFinalStatus(state)) continue;
    watched.end();
    return { delayMs: Date.now() - (await endedAtMs(runId)), looks };
  }
}

/** In real time, because the stream is: some five seconds. */
it('shows the same runs sooner with hints than without, at no more status requests', async () => {
  const plain = createPoller({ clock: systemClock });
  const hinted = createPoller({ clock: systemClock, hints: true });
  const watching: Promise<{ delayMs: number; looks: number }[]>[] = [];
  for (let count = 0; count < 4; count += 1) {
    const runId = await start();
    watching.push(Promise.all([watch(plain, runId), watch(hinted, runId)]));
    await systemClock.sleep(700);
  }
  const seen = await Promise.all(watching);
  const sum = (index: number, of: 'delayMs' | 'looks') =>
    seen.reduce((total, both) => total + (both[index]?.[of] ?? 0), 0);
  expect(sum(1, 'delayMs')).toBeLessThan(sum(0, 'delayMs'));
  expect(sum(1, 'looks')).toBeLessThanOrEqual(sum(0, 'looks'));
}, 60_000);

it('is told of runs of others in the account, and that theirs have ended', async () => {
  standIn.setTiming({ runMs: 50 });
  const other = await start();
  const heard: string[] = [];
  const hasServed = await engine.hints?.(
    crypto.randomUUID(),
    (runId) => heard.push(runId),
    AbortSignal.timeout(60_000),
  );
  expect([hasServed, heard]).toEqual([true, [other]]);
}, 60_000);

it('comes as the server sends it: two notices first, then each status, and no end of its own', async () => {
  const stop = new AbortController();
  const events: Record<string, unknown>[] = [];
  const body = await listen(`/v2/stream-progress?run_id=${crypto.randomUUID()}`, stop.signal);
  const runId = await start();
  for await (const data of readEventData(body)) events.push(JSON.parse(data));
  expect(events.slice(0, 2).map(({ type }) => type)).toEqual(['connection_established', 'subscribed']);
  expect(events.slice(2).map(({ run_id, status }) => [run_id, status])).toEqual(
    ['queued', 'started', 'running', 'success'].map((status) => [runId, status]),
  );
}, 60_000);

it('wants one thing to listen to', async () => {
  await expect(listen('/v2/stream-progress', AbortSignal.timeout(60_000))).rejects.toMatchObject({
    data: { status: 400 },
  });
});
