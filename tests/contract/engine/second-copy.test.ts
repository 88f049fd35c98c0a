import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { adoptLost, type CopyStore, withSecondCopies } from '#shared/jobs/second-copy.ts';
import { createCore, createMemoryDisk } from '../../fakes/core.ts';
import { createCrashingDisk } from '../../fakes/crashing-disk.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';

const timing = { queueMs: 2, coldStartMs: 2, runMs: 10, archiveMs: 0 };
const queue = { method: 'POST', path: '/api/run/deployment/queue' };

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ timing, megapixels: 0.02 });
});
afterAll(() => standIn.close());
afterEach(() => standIn.faults.clear());

const runsOf = (nonce: string) => standIn.ledger().filter(({ inputs }) => inputs.restyle_nonce === nonce);

function createMemoryCopies() {
  const stored = new Map<string, string>();
  const copies: CopyStore = {
    async put(id, copy) {
      stored.set(id, JSON.stringify(copy));
    },
    async delete(id) {
      stored.delete(id);
    },
    list: async () => [...stored.values()].map((text) => JSON.parse(text) as unknown),
  };
  return { copies, stored };
}

/** A job that is on its way when its process dies at the n-th write and its whole disk is lost. */
async function loseAll(atWrite: number, answer: 'dropAfter' | 'drop' | null) {
  if (answer) standIn.faults.add({ match: queue, action: { kind: answer } });
  const { copies, stored } = createMemoryCopies();
  const { disk, crashed } = createCrashingDisk(createMemoryDisk(), { atWrite, isWritten: true });
  const withCopies = { ...disk, journal: withSecondCopies(disk.journal, copies) };
  const first = await createCore(standIn, withCopies);
  void first.runner.start(await first.request());
  const { id, nonce } = await crashed;

  const empty = createMemoryDisk();
  await adoptLost(empty.journal, copies, Date.now());
  const journal = withSecondCopies(empty.journal, copies);
  const next = await createCore(standIn, { ...empty, journal });
  await next.runner.resume();
  return { id, nonce, stored, journal, next, copies };
}

it.each([
  ['before anything was sent', 4, null, 0],
  ['while its run is under way', 6, null, 1],
  ['while the answer is lost', 6, 'dropAfter', 1],
] as const)('a disk that is lost %s leaves nothing paid for behind', async (_, atWrite, answer, count) => {
  const { id, nonce, stored, journal, next } = await loseAll(atWrite, answer);
  expect(runsOf(nonce)).toHaveLength(count);
  if (count === 0) return expect(await journal.list()).toEqual([]);
  const job = await next.end(id);
  expect(job).toMatchObject({ isRecovered: true, stage: { name: 'done', runId: runsOf(nonce)[0]?.runId } });
  expect(job.context.widthPx).toBe(600);
  expect(runsOf(nonce)).toHaveLength(1);
  expect(stored.size).toBe(0);
});

it('a request that was lost with the disk is looked for and never sent', async () => {
  const { id, nonce, next } = await loseAll(6, 'drop');
  expect((await next.end(id)).stage).toMatchObject({ name: 'failed', error: { code: 'picture-lost' } });
  await next.runner.retry(id);
  expect((await next.end(id)).stage.name).not.toBe('done');
  expect(runsOf(nonce)).toHaveLength(0);
});

it('holds nothing of what was asked for, and is gone when the job is done', async () => {
  const { copies, stored } = createMemoryCopies();
  const seen: string[] = [];
  const watching: CopyStore = {
    ...copies,
    put(id, copy) {
      seen.push(JSON.stringify(copy));
      return copies.put(id, copy);
    },
  };
  const disk = createMemoryDisk();
  const core = await createCore(standIn, { ...disk, journal: withSecondCopies(disk.journal, watching) });
  const request = await core.request();
  const { id } = await core.runner.start(request);
  const job = await core.end(id);
  expect(job.stage.name).toBe('done');
  expect(seen.length).toBeGreaterThan(1);
  for (const text of seen) {
    for (const secret of [request.recipe.prompt, request.context.label, standIn.apiKey, standIn.storageUrl])
      expect(text).not.toContain(secret);
    expect(text.length).toBeLessThan(500);
  }
  expect(stored.size).toBe(0);
});

it('a copy that cannot be written stops no job, and one that makes no sense is passed over', async () => {
  const refuse = async () => {
    throw new Error('quota exceeded');
  };
  const disk = createMemoryDisk();
  const refusing: CopyStore = { put: refuse, delete: refuse, list: async () => [{ version: 9 }, 'x', null] };
  await adoptLost(disk.journal, refusing, Date.now());
  const core = await createCore(standIn, { ...disk, journal: withSecondCopies(disk.journal, refusing) });
  const { id } = await core.runner.start(await core.request());
  expect((await core.end(id)).stage.name).toBe('done');
});
