import sharp from 'sharp';
import { createBatchRunner } from '#shared/jobs/batch/batch-runner.ts';
import { createGate } from '#shared/jobs/batch/gate.ts';
import { createMemoryBatchStore } from '#shared/jobs/batch/memory-batch-store.ts';
import { newJob } from '#shared/jobs/new-job.ts';
import { createJobRunner } from '#shared/jobs/runner.ts';
import { systemIds } from '#shared/platform.ts';
import type { BlobStore, Bytes, Clock } from '#shared/ports.ts';
import { createMemoryJournal } from '#shared/storage/memory.ts';
import { createVirtualClock } from '../../../tests/fakes/virtual-clock.ts';
import { createSimulatedEngine } from './simulated-engine.ts';

export type Simulation = {
  durationsMs: readonly number[];
  slots: number;
  uploadMs: number;
  /** Without it the real poller finds out by looking, having learnt from `pastSeconds`. */
  tellsTheEnd: boolean;
  pastSeconds: readonly number[];
};

const recipe = {
  engine: 'comfydeploy',
  deploymentId: 'deployment',
  presetId: null,
  prompt: 'p',
  strength: null,
  inputs: {},
} as const;
const description = { name: 'w', workflowVersion: '1', inputs: [], outputId: null, gpu: null };
const picture = {
  sourceKey: 'picture',
  thumbnailKey: null,
  name: 'a.png',
  folder: '',
  captureRoute: 'file',
  widthPx: 16,
  heightPx: 16,
};

/** Nothing here waits for anything real, so that all has settled when the queue of promises is empty. */
const allThatIsKnown = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Milliseconds of simulated time that the real batch and job runners take for a batch; pictures take none. */
export async function simulateBatch(simulation: Simulation): Promise<number> {
  const { durationsMs, slots, uploadMs, tellsTheEnd } = simulation;
  const clock = createVirtualClock(0, allThatIsKnown);
  const result = await smallPicture();
  const journal = createMemoryJournal();
  for (const job of pastJobs(simulation.pastSeconds, clock)) await journal.put(job);
  const engine = createSimulatedEngine({ clock, durationsMs, uploadMs, tellsTheEnd, result });
  const gate = createGate(() => void batches.wake());
  const runner = createJobRunner({
    journal,
    blobs: onePicture(result),
    workflow: async () => ({ engine, description, prices: {} }),
    codec: { render: async () => result, transparentRatio: async () => 0, withAlphaOf: async () => result },
    clock,
    ids: systemIds,
    turn: gate.turn,
    onChange: (job) => batches.onJobChange(job),
  });
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const store = createMemoryBatchStore();
  const batches = createBatchRunner({
    store,
    journal,
    runner,
    gate,
    slots: async () => slots,
    clock,
    ids: systemIds,
    onRest: end,
  });
  const startedAtMs = clock.nowMs();
  await batches.start({
    pictures: durationsMs.map(() => picture),
    looks: [{ name: 'Look', recipe }],
    seed: 1,
    perItem: { seconds: 12, costUsd: null },
  });
  await ended;
  return clock.nowMs() - startedAtMs;
}

function pastJobs(pastSeconds: readonly number[], clock: Clock) {
  const context = {
    label: 'past',
    widthPx: 16,
    heightPx: 16,
    surface: 'popup',
    captureRoute: 'file',
  } as const;
  return pastSeconds.map((runSeconds) => {
    const job = newJob({ ...recipe, sourceKey: 'picture', seed: 1 }, context, { clock, ids: systemIds });
    const figures = { queueSeconds: 0, runSeconds, costUsd: null };
    const result = { key: 'picture', mimeType: 'image/png', widthPx: 16, heightPx: 16 };
    return { ...job, stage: { name: 'done' as const, runId: 'past', result, figures } };
  });
}

/** Hashing takes real time, in which a simulated clock would run ahead. */
function onePicture(bytes: Bytes): BlobStore {
  return {
    put: async () => 'picture',
    get: async () => ({ bytes, mimeType: 'image/png' }),
    delete: async () => {},
  };
}

async function smallPicture(): Promise<Bytes> {
  const create = { width: 16, height: 16, channels: 3, background: '#888' } as const;
  return new Uint8Array(await sharp({ create }).png().toBuffer());
}
