import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { describeJob } from '#shared/jobs/describe-job.ts';
import { createCore, createMemoryDisk } from '../../fakes/core.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';

const timing = { queueMs: 2, coldStartMs: 2, runMs: 10, archiveMs: 0 };
const queue = { method: 'POST', path: '/api/run/deployment/queue' };
const dayMs = 86_400_000;

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ timing, megapixels: 0.02 });
});
afterAll(() => standIn.close());
afterEach(() => standIn.faults.clear());

const runsOf = (nonce: string) => standIn.ledger().filter(({ inputs }) => inputs.restyle_nonce === nonce);

it('a request that made two runs keeps the older, calls the younger off, and says so', async () => {
  standIn.faults.add({ match: queue, action: { kind: 'repeatAndDrop' } });
  standIn.setTiming({ ...timing, queueMs: 1_000 });
  const core = await createCore(standIn, createMemoryDisk());
  const job = await core.runner.start(await core.request());
  const done = await core.end(job.id);
  standIn.setTiming(timing);
  const [older, younger] = runsOf(job.nonce);
  expect(done.stage).toMatchObject({ name: 'done', runId: older?.runId });
  expect(younger?.status).toBe('cancelled');
  expect(done.twinRunIds).toEqual([younger?.runId]);
  expect(describeJob(done)).toContain('made it twice');
});

describe.each([
  ['forward', dayMs],
  ['back', -dayMs],
])('a clock set a day %s while the answer is lost', (_, jumpMs) => {
  it.each(['dropAfter', 'drop'] as const)('ends in one run: %s', async (kind) => {
    const clock = createVirtualClock(Date.now());
    standIn.faults.add({ match: queue, action: { kind } });
    const core = await createCore(standIn, createMemoryDisk(), {
      clock,
      fetch: (url, init) =>
        fetch(url, init).catch((error: unknown) => {
          if (url.endsWith('/queue')) clock.jump(jumpMs);
          throw error;
        }),
    });
    const job = await core.runner.start(await core.request());
    expect((await core.end(job.id)).stage.name).toBe('done');
    expect(runsOf(job.nonce)).toHaveLength(1);
  });
});

it('waits half a minute between two looks, whatever the clock is set to', async () => {
  const clock = createVirtualClock(Date.now());
  const lookedMs: number[] = [];
  standIn.faults.add({ match: queue, action: { kind: 'drop' } });
  const core = await createCore(standIn, createMemoryDisk(), {
    clock,
    fetch: (url, init) => {
      if (url.includes('/runs?') && url.endsWith('offset=0')) {
        lookedMs.push(clock.monotonicMs());
        clock.jump(dayMs);
      }
      return fetch(url, init);
    },
  });
  const { id } = await core.runner.start(await core.request());
  expect((await core.end(id)).stage.name).toBe('done');
  const [first = 0, second = 0] = lookedMs;
  expect(second - first).toBeGreaterThanOrEqual(30_000);
});

it('is found in a list of many runs, after few looks', async () => {
  const core = await createCore(standIn, createMemoryDisk());
  const mine = await core.engine.start({ inputs: {}, nonce: 'mine' });
  const sentAtServerMs = standIn.ledger().at(-1)?.createdAtMs ?? 0;
  standIn.fastForward(20_000);
  for (let i = 0; i < 130; i += 1) await core.engine.start({ inputs: {}, nonce: `other-${i}` });
  const looksBefore = looks();
  const intent = { nonce: 'mine', sentAtMs: Date.now(), sentAtServerMs };
  expect(await core.engine.reconcile(intent)).toEqual({ state: 'found', runId: mine });
  expect(looks() - looksBefore).toBeLessThanOrEqual(8);
});

function looks(): number {
  const counts = Object.entries(standIn.requests()).filter(([name]) => /^GET .*\/run(s$|\/)/.test(name));
  return counts.reduce((sum, [, count]) => sum + count, 0);
}
