import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { BatchItem, BatchPicture } from '#shared/jobs/batch/batch.ts';
import { createMemoryBatchStore } from '#shared/jobs/batch/memory-batch-store.ts';
import { isFinished, type Job } from '#shared/jobs/job.ts';
import { createMemoryBlobStore, createMemoryJournal } from '#shared/storage/memory.ts';
import { type BatchDisk, createBatchCore } from '../../fakes/batch-core.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';

const timing = { queueMs: 2, coldStartMs: 2, runMs: 10, archiveMs: 0 };
const queue = { method: 'POST', path: '/api/run/deployment/queue' };
const failed = { kind: 'runOutcome', outcome: 'failed' } as const;

/** Machines are slow and busy. */
const slow = { timeout: 15_000 };

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ timing, megapixels: 0.01 });
});
afterAll(() => standIn.close());
afterEach(() => standIn.faults.clear());

const newDisk = (): BatchDisk => ({
  journal: createMemoryJournal(),
  blobs: createMemoryBlobStore(),
  batches: createMemoryBatchStore(),
});

type BatchCore = Awaited<ReturnType<typeof createBatchCore>>;

/** A batch of the same small photograph over and over. */
async function start({ core, batches }: BatchCore, disk: BatchDisk, count: number): Promise<string> {
  const { source, recipe } = await core.request('rocket.jpg');
  if (!('bytes' in source)) throw new Error('The picture was to be read');
  const sourceKey = await disk.blobs.put(source);
  const { seed: _, ...look } = recipe;
  const pictures = Array.from({ length: count }, (_, index): BatchPicture => {
    const size = { widthPx: 640, heightPx: 427 };
    const name = `${index}.jpg`;
    return { sourceKey, thumbnailKey: null, name, folder: '', captureRoute: 'file', ...size };
  });
  return batches.start({
    pictures,
    looks: [{ name: 'Pencil', recipe: look }],
    seed: null,
    perItem: { seconds: 12, costUsd: null },
  });
}

const countOf = (items: readonly BatchItem[], state: BatchItem['state']) =>
  items.filter((item) => item.state === state).length;

async function runsByNonce(): Promise<Map<unknown, number>> {
  const runs = new Map<unknown, number>();
  for (const { inputs } of await standIn.ledger()) {
    runs.set(inputs.restyle_nonce, (runs.get(inputs.restyle_nonce) ?? 0) + 1);
  }
  return runs;
}

/** How many jobs hold a paid run at the same moment, at most. */
function watchPaid() {
  const paid = new Map<string, boolean>();
  let most = 0;
  return {
    onJob({ id, stage }: Job) {
      paid.set(id, ['submitting', 'reconciling', 'running'].includes(stage.name));
      most = Math.max(most, [...paid.values()].filter(Boolean).length);
    },
    most: () => most,
  };
}

it('finishes over faults, a cancelled item, a death in its midst and a retry, with one run for each', async () => {
  const disk = newDisk();
  standIn.faults.add({ match: queue, times: 3, action: failed });
  const paid = watchPaid();
  let finished = 0;
  let reach = () => {};
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const first = await createBatchCore(standIn, disk, {
    slots: 3,
    onJob(job) {
      paid.onJob(job);
      if (isFinished(job)) finished += 1;
      if (finished === 8) reach();
    },
  });
  const batchId = await start(first, disk, 24);
  await first.batches.cancelItem(batchId, 20);
  await reached;
  await first.die();

  standIn.faults.add({ match: queue, action: { kind: 'dropAfter' } });
  const paidLater = watchPaid();
  const second = await createBatchCore(standIn, disk, {
    slots: 3,
    onJob: paidLater.onJob,
    startMs: first.nowMs(),
  });
  await second.core.runner.resume();
  await second.batches.wake();
  await second.end(batchId);
  const before = await disk.batches.items(batchId);
  const errors = before.flatMap(({ error }) => error?.code ?? []);
  expect(errors).toEqual(['run-failed', 'run-failed', 'run-failed']);
  expect([countOf(before, 'done'), countOf(before, 'cancelled')]).toEqual([20, 1]);
  expect([paid.most(), paidLater.most()]).toEqual([3, 3]);

  await second.batches.retryFailed(batchId);
  await second.end(batchId);
  const items = await disk.batches.items(batchId);
  expect([countOf(items, 'done'), countOf(items, 'cancelled')]).toEqual([23, 1]);
  const runs = await runsByNonce();
  expect([...runs.values()].every((count) => count === 1)).toBe(true);
  // Three of them failed, and were made anew because somebody asked for it.
  expect(runs.size).toBe(23 + 3);
});

it('sends nothing while it is paused, holds what is prepared, and lets it be cancelled there', async () => {
  const disk = newDisk();
  const made = async () => (await standIn.ledger()).length;
  const before = await made();
  const core = await createBatchCore(standIn, disk, { slots: 2 });
  const upload = standIn.faults.add({
    match: { path: '/api/file/upload' },
    action: { kind: 'holdBefore' },
  });
  const batchId = await start(core, disk, 4);
  await standIn.faults.hit(upload);
  await core.batches.pause(batchId);
  standIn.faults.release(upload);
  const areAllHeld = () => {
    const inHand = core.core.runner.inHand();
    return inHand.length > 0 && inHand.every(({ id }) => core.gate.isWaiting(id));
  };
  await expect.poll(areAllHeld, slow).toBe(true);
  const paidSoFar = (await made()) - before;

  await core.batches.cancelAll(batchId);
  await core.end(batchId);
  const items = await disk.batches.items(batchId);
  expect(countOf(items, 'done')).toBe(paidSoFar);
  expect(countOf(items, 'cancelled')).toBe(4 - paidSoFar);
  expect((await made()) - before).toBe(paidSoFar);
});

it('stops at a fault that every item would meet, keeps the rest, and goes on from there', async () => {
  const disk = newDisk();
  const core = await createBatchCore(standIn, disk, { slots: 2 });
  standIn.faults.add({
    match: queue,
    times: 'always',
    action: { kind: 'status', status: 401, json: { detail: 'Revoked token' } },
  });
  const batchId = await start(core, disk, 6);
  await expect.poll(async () => (await disk.batches.get(batchId))?.pausedBy?.code, slow).toBe('unauthorized');
  expect((await disk.batches.itemsIn(batchId, 'waiting')).length).toBeGreaterThan(0);
  // One that was sent before would stop the batch once more.
  const isAtRest = () => core.core.runner.inHand().every(({ id }) => core.gate.isWaiting(id));
  await expect.poll(isAtRest, slow).toBe(true);
  standIn.faults.clear();
  await core.batches.resume(batchId);
  await core.end(batchId);
  expect(countOf(await disk.batches.items(batchId), 'done')).toBe(6);
});

it('lets a picture that a person sends by itself go first', async () => {
  const disk = newDisk();
  const order: string[] = [];
  const core = await createBatchCore(standIn, disk, {
    slots: 1,
    onJob: ({ context, stage }) => {
      if (stage.name === 'submitting') order.push(context.label);
    },
  });
  const looking = { method: 'GET', path: '^/api/run/[0-9a-f-]{36}$' };
  const held = standIn.faults.add({ match: looking, action: { kind: 'holdBefore' } });
  const batchId = await start(core, disk, 3);
  await standIn.faults.hit(held);
  await expect.poll(() => core.gate.waitingCount(), slow).toBeGreaterThan(0);
  await core.core.runner.start(await core.core.request('coffee.png'));
  standIn.faults.release(held);
  await core.end(batchId);
  expect(order).toHaveLength(4);
  expect(order[1]).toBe('coffee.png');
});
