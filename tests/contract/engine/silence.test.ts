import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCore, createMemoryDisk } from '../../fakes/core.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';

const timing = { queueMs: 2, coldStartMs: 2, runMs: 10, archiveMs: 0 };
const queue = { method: 'POST', path: '/api/run/deployment/queue' };

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ timing, megapixels: 0.02 });
});
afterAll(() => standIn.close());

const countRequests = () => Object.values(standIn.requests()).reduce((total, count) => total + count, 0);

it.each(['done', 'failed', 'cancelled'] as const)('asks nothing more of a job that is %s', async (end) => {
  if (end === 'failed')
    standIn.faults.add({ match: queue, action: { kind: 'runOutcome', outcome: 'failed' } });
  if (end === 'cancelled') standIn.setTiming({ ...timing, runMs: 60_000 });
  const clock = createVirtualClock(Date.now());
  const disk = createMemoryDisk();
  const core = await createCore(standIn, disk, { clock });
  const { id } = await core.runner.start(await core.request());
  if (end === 'cancelled') await core.runner.cancel(id);
  expect((await core.end(id)).stage.name).toBe(end);
  standIn.setTiming(timing);
  const before = countRequests();
  for (let second = 0; second < 60; second += 1) {
    await clock.sleep(1_000);
    if (second % 30 === 0) await core.runner.resume();
  }
  expect(countRequests()).toBe(before);
});
