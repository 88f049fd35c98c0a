import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { listsOf } from '#shared/jobs/journal.ts';
import { createCore, createMemoryDisk, type Disk } from '../../fakes/core.ts';
import { createCrashingDisk } from '../../fakes/crashing-disk.ts';
import { createDeferred } from '../../stand-in/deferred.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';

const timing = { queueMs: 2, coldStartMs: 2, runMs: 10, archiveMs: 0 };
const queue = { method: 'POST', path: '/api/run/deployment/queue' };

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ timing, megapixels: 0.02 });
});
afterAll(() => standIn.close());
afterEach(() => standIn.faults.clear());

const runsOf = async (nonce: string) =>
  (await standIn.ledger()).filter(({ inputs }) => inputs.restyle_nonce === nonce);

it('asked twice for one job, makes one run', async () => {
  const core = await createCore(standIn, createMemoryDisk());
  const request = { ...(await core.request()), id: 'one-job' };
  const [first, second] = await Promise.all([core.runner.start(request), core.runner.start(request)]);
  const third = await core.runner.start(request);
  expect([second.nonce, third.nonce]).toEqual([first.nonce, first.nonce]);
  expect((await core.end('one-job')).stage.name).toBe('done');
  expect(await runsOf(first.nonce)).toHaveLength(1);
});

it('a cancel that wakes the process meets the resume of the same job, and holds', async () => {
  const disk = createMemoryDisk();
  const uploadedButNotSent = { atWrite: 5, isWritten: false };
  const { disk: crashing, crashed } = createCrashingDisk(disk, uploadedButNotSent);
  const first = await createCore(standIn, crashing);
  void first.runner.start(await first.request());
  const { id, nonce } = await crashed;
  expect((await disk.journal.get(id))?.stage.name).toBe('uploaded');

  const second = await createCore(standIn, disk);
  await Promise.all([second.runner.cancel(id), second.runner.resume()]);
  expect((await second.end(id)).stage.name).toBe('cancelled');
  expect(await runsOf(nonce)).toHaveLength(0);
});

it('another run that vanishes from the list does not end the search for ours', async () => {
  const core = await createCore(standIn, createMemoryDisk());
  const other = await core.engine.start({ inputs: {}, nonce: 'another' });
  standIn.faults.add({
    match: { path: `/api/run/${other}` },
    times: 'always',
    action: { kind: 'status', status: 404, json: { detail: 'Run not found' } },
  });
  standIn.faults.add({ match: queue, action: { kind: 'dropAfter' } });
  const { id, nonce } = await core.runner.start(await core.request());
  expect((await core.end(id)).stage.name).toBe('done');
  expect(await runsOf(nonce)).toHaveLength(1);
});

it('two clicks on "continue" begin the job again once', async () => {
  const disk = createMemoryDisk();
  const written = new Set<string>();
  const put: Disk['journal']['put'] = (job) => {
    written.add(job.nonce);
    return disk.journal.put(job);
  };
  const core = await createCore(standIn, { ...disk, journal: { ...disk.journal, put } });
  standIn.faults.add({ match: queue, action: { kind: 'runOutcome', outcome: 'failed', logs: [] } });
  const { id, nonce } = await core.runner.start(await core.request());
  expect((await core.end(id)).stage.name).toBe('failed');

  await Promise.all([core.runner.retry(id), core.runner.retry(id)]);
  const done = await core.end(id);
  expect(done.stage.name).toBe('done');
  expect([...written]).toEqual([nonce, done.nonce]);
  expect(await runsOf(done.nonce)).toHaveLength(1);
});

it('a resume that read the list before a job ended does not begin it again', async () => {
  const disk = createMemoryDisk();
  const listed = createDeferred();
  const end = createDeferred();
  let isHeld = false;
  const list: Disk['journal']['list'] = async () => {
    const jobs = await disk.journal.list();
    if (!isHeld) return jobs;
    listed.resolve();
    await end.promise;
    return jobs;
  };
  const held = standIn.faults.add({
    match: queue,
    action: { kind: 'status', status: 401, json: { detail: 'Revoked token' } },
  });
  const holding = standIn.faults.add({ match: { path: '/api/file/upload' }, action: { kind: 'holdAfter' } });
  let inHand = 0;
  const onActivity = (activeCount: number) => {
    inHand = activeCount;
  };
  const core = await createCore(
    standIn,
    { ...disk, journal: { ...disk.journal, list, ...listsOf(list) } },
    { onActivity },
  );
  const { id, nonce } = await core.runner.start(await core.request());
  await standIn.faults.hit(holding);
  isHeld = true;
  const resumed = core.runner.resume();
  await listed.promise;
  standIn.faults.release(holding);
  await standIn.faults.hit(held);
  expect((await core.end(id)).stage.name).toBe('failed');
  end.resolve();
  await resumed;
  expect(inHand).toBe(0);
  expect(await runsOf(nonce)).toHaveLength(0);
});
