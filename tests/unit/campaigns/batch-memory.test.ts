import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { createBatchRunner } from '#shared/jobs/batch/batch-runner.ts';
import { createGate } from '#shared/jobs/batch/gate.ts';
import { createMemoryBatchStore } from '#shared/jobs/batch/memory-batch-store.ts';
import { createJobRunner } from '#shared/jobs/runner.ts';
import { systemIds } from '#shared/platform.ts';
import type { BlobStore, Bytes } from '#shared/ports.ts';
import { createMemoryJournal } from '#shared/storage/memory.ts';
import { createSimulatedEngine } from '../../../scripts/bench/batch/simulated-engine.ts';
import { rounds } from '../../campaign.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';
import { aLook, aPicture } from '../batch/batch-fixtures.ts';

const slots = 4;
const pictureBytes = 3 * 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** A disk that hands out a fresh copy of several megabytes each time, and knows which of them still live. */
function heavyDisk(small: Bytes) {
  const handedOut: WeakRef<Bytes>[] = [];
  let mostAlive = 0;
  const blobs: BlobStore = {
    put: async () => 'picture',
    async get() {
      const bytes = new Uint8Array(pictureBytes);
      bytes.set(small);
      handedOut.push(new WeakRef(bytes));
      return { bytes, mimeType: 'image/png' };
    },
    delete: async () => {},
  };
  return {
    blobs,
    /** Promises that are done let go of what they held in the turn after. */
    async count(): Promise<void> {
      await new Promise((resolve) => setTimeout(resolve, 0));
      collectGarbage();
      mostAlive = Math.max(mostAlive, handedOut.filter((each) => each.deref()).length);
    },
    read: () => handedOut.length,
    mostAlive: () => mostAlive,
  };
}

it('a batch holds no more pictures at once than are on their way', { timeout: 600_000 }, async () => {
  const count = rounds({ sample: 40, all: 1_000 });
  const create = { width: 16, height: 16, channels: 3, background: '#888' } as const;
  const small: Bytes = new Uint8Array(await sharp({ create }).png().toBuffer());
  const disk = heavyDisk(small);
  const clock = createVirtualClock();
  const journal = createMemoryJournal();
  const durationsMs = Array.from({ length: count }, (_, at) => 10_000 + (at % 7) * 1_000);
  const engine = createSimulatedEngine({
    clock,
    durationsMs,
    uploadMs: 1_000,
    tellsTheEnd: true,
    result: small,
  });
  const gate = createGate(() => void batches.wake());
  let ended = 0;
  const runner = createJobRunner({
    journal,
    blobs: disk.blobs,
    workflow: async () => ({
      engine,
      description: { name: 'w', workflowVersion: '1', inputs: [], outputId: null, gpu: null },
      prices: {},
    }),
    codec: { render: async () => small, transparentRatio: async () => 0, withAlphaOf: async () => small },
    clock,
    ids: systemIds,
    turn: gate.turn,
    onChange(job) {
      batches.onJobChange(job);
      if (job.stage.name === 'done') ended += 1;
      if (job.stage.name === 'done' && ended % Math.ceil(count / 20) === 0) counting.push(disk.count());
    },
  });
  const counting: Promise<void>[] = [];
  const store = createMemoryBatchStore();
  let end = () => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  const batches = createBatchRunner({
    store,
    journal,
    runner,
    gate,
    slots: async () => slots,
    clock,
    ids: systemIds,
    onRest: () => end(),
  });
  const batchId = await batches.start({
    pictures: Array.from({ length: count }, aPicture),
    looks: [aLook],
    seed: 1,
    perItem: { seconds: 12, costUsd: null },
  });
  await over;
  await Promise.all(counting);
  const items = await store.items(batchId);
  expect(items.filter(({ state }) => state === 'done')).toHaveLength(count);
  expect(disk.read()).toBeGreaterThanOrEqual(count);
  expect(disk.mostAlive()).toBeLessThanOrEqual(slots + 4);
  const largest = Math.max(...items.map((item) => JSON.stringify(item).length));
  console.log(`${count} items: at most ${disk.mostAlive()} pictures alive, largest item ${largest} bytes`);
  expect(largest).toBeLessThan(1_000);
  expect(JSON.stringify(await store.get(batchId)).length).toBeLessThan(2_000);
});
