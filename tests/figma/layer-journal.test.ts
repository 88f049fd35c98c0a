import { beforeEach, expect, test } from 'vitest';
import type { Job } from '#shared/jobs/job.ts';
import { newJob } from '#shared/jobs/new-job.ts';
import { systemClock as clock, systemIds as ids } from '#shared/platform.ts';
import {
  type LayerJournal,
  openLayerJournal,
  type Target,
} from '../../figma-plugin/ui/jobs/layer-journal.ts';
import type { ListedStore } from '../../figma-plugin/ui/platform/main-storage.ts';

let kept: Map<string, string>;
let store: ListedStore;

beforeEach(() => {
  kept = new Map();
  store = {
    keys: async () => [...kept.keys()],
    get: async (key) => JSON.parse(kept.get(key) ?? 'null'),
    set: async (key, value) => void kept.set(key, JSON.stringify(value)),
    delete: async (key) => void kept.delete(key),
  };
});

const place = {
  transform: [
    [1, 0, 0],
    [0, 1, 0],
  ],
  widthPx: 30,
  heightPx: 20,
} as Target['place'];
const target = (fileId: string): Target => ({
  fileId,
  nodeId: '1:2',
  layerName: 'Photo',
  title: 'Neon',
  note: '{}',
  way: 'above',
  cell: null,
  exactIds: [],
  isTiled: false,
  place,
});

function jobFor(nodeId: string): Job {
  const recipe = {
    engine: 'comfydeploy',
    deploymentId: 'd',
    presetId: null,
    prompt: 'p',
    strength: 0.8,
    seed: 1,
  } as const;
  const context = {
    label: 'Photo',
    widthPx: 30,
    heightPx: 20,
    surface: 'figma',
    captureRoute: 'layer-export',
    nodeId,
  } as const;
  return newJob({ ...recipe, sourceKey: 'memory-1', inputs: {} }, context, { clock, ids });
}

async function addJob(journal: LayerJournal, fileId: string): Promise<Job> {
  const job = jobFor('1:2');
  journal.expect(job.id, target(fileId));
  await journal.put(job);
  return job;
}

test('a job and where its result belongs are one document, there again after the panel was closed', async () => {
  const job = await addJob(await openLayerJournal(store, 'file-a'), 'file-a');

  const reopened = await openLayerJournal(store, 'file-a');
  expect(await reopened.list()).toEqual([job]);
  expect(reopened.unplaced()).toEqual([{ version: 1, job, target: target('file-a'), isPlaced: false }]);
  await reopened.put({ ...job, cancelRequested: true });
  expect(reopened.entry(job.id)?.target.nodeId).toBe('1:2');
});

test('layer ids repeat from file to file: jobs of another file are left alone, and counted', async () => {
  await addJob(await openLayerJournal(store, 'file-a'), 'file-a');

  const other = await openLayerJournal(store, 'file-b');
  expect(await other.list()).toEqual([]);
  expect(other.unplaced()).toEqual([]);
  expect(other.elsewhereCount()).toBe(1);
});

test('a job that belongs to no layer is a fault of ours, and is not written', async () => {
  const journal = await openLayerJournal(store, 'file-a');
  await expect(journal.put(jobFor('9:9'))).rejects.toThrow('belongs to no layer');
  expect(kept.size).toBe(0);
});

test('of placed jobs the last twenty stay, for the estimate of the next', async () => {
  const journal = await openLayerJournal(store, 'file-a');
  for (let count = 0; count < 25; count += 1) {
    const job = await addJob(journal, 'file-a');
    await journal.markPlaced(job.id);
  }
  expect(journal.past()).toHaveLength(20);
  expect(kept.size).toBe(20);
  expect(journal.unplaced()).toEqual([]);
});

test('documents of others, and damaged ones, are passed over and not deleted', async () => {
  kept.set('job:x', JSON.stringify({ version: 9 }));
  kept.set('secret', JSON.stringify('token'));
  const journal = await openLayerJournal(store, 'file-a');
  expect(await journal.list()).toEqual([]);
  expect(kept.size).toBe(2);
});
