import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { newJob } from '#shared/jobs/new-job.ts';
import { systemClock as clock, systemIds as ids } from '#shared/platform.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import type { MainThread } from '../../figma-plugin/bridge/request.ts';
import { describeLayerJob } from '../../figma-plugin/ui/jobs/describe-layer-job.ts';
import type { LayerJob, Order } from '../../figma-plugin/ui/jobs/layer-job.ts';
import { placeResult } from '../../figma-plugin/ui/jobs/place-result.ts';
import { firstDraft, isEmptyLook, recipeFrom, titleOf } from '../../figma-plugin/ui/look/look-draft.ts';
import { createMemoryBlobs } from '../../figma-plugin/ui/platform/memory-blobs.ts';
import { flatPng } from '../fakes/figma/drawings.ts';
import { createSharpCodec } from '../fakes/sharp-codec.ts';

const plain = { connection: null, presets: builtInPresets };

describe('a look', () => {
  test('draws a fresh seed for every layer, unless one is kept', () => {
    const seeds = Array.from({ length: 5 }, () => recipeFrom(firstDraft, plain).seed);
    expect(new Set(seeds).size).toBe(5);
    expect(recipeFrom({ ...firstDraft, seed: 42 }, plain).seed).toBe(42);
  });

  test('names results by the preset, else by the prompt’s beginning', () => {
    const own = { ...firstDraft, presetId: null, typed: `  ${'A night full of stars '.repeat(4)}` };
    expect(titleOf({ ...own, presetId: 'builtin.film-noir' }, builtInPresets)).toBe('Film noir');
    expect(titleOf(own, builtInPresets)).toBe('A night full of stars A night full of st…');
    expect(titleOf({ ...own, typed: 'Winter' }, builtInPresets)).toBe('Winter');
  });

  test('is empty without preset and words', () => {
    expect(isEmptyLook({ ...firstDraft, presetId: null, typed: '  ' }, builtInPresets)).toBe(true);
    expect(isEmptyLook(firstDraft, builtInPresets)).toBe(false);
  });
});

test('a result larger than Figma takes is made smaller, in the same shape', async () => {
  const sent: Uint8Array[] = [];
  const request = async (_name: string, params: unknown) => {
    sent.push((params as { bytes: Uint8Array }).bytes);
    return { nodeId: '1:9', where: 'above', tileCount: 0 };
  };
  const blobs = createMemoryBlobs(ids);
  const key = await blobs.put({ bytes: await flatPng(6000, 150), mimeType: 'image/png' });
  const result = { key, mimeType: 'image/png', widthPx: 6000, heightPx: 150 };
  const recipe = recipeFrom(firstDraft, plain);
  const context = {
    label: 'Banner',
    widthPx: 600,
    heightPx: 15,
    surface: 'figma',
    captureRoute: 'layer-export',
  } as const;
  const figures = { queueSeconds: null, runSeconds: null, costUsd: null };
  const job = newJob({ ...recipe, sourceKey: 's' }, context, { clock, ids });
  const done = { ...job, stage: { name: 'done', runId: 'r', result, figures } } as const;
  const place = {
    transform: [
      [1, 0, 0],
      [0, 1, 0],
    ],
    widthPx: 600,
    heightPx: 15,
  } as [never, never] & never;
  const order: Omit<Order, 'recipe'> = {
    ...{ nodeId: '1:2', layerName: 'Banner', title: 'Neon', note: '{}' },
    ...{ way: 'above', cell: null, exactIds: [], isTiled: false },
  };
  const target = { ...order, fileId: 'f', place };
  const row: LayerJob = {
    ...order,
    id: '1',
    costUsd: null,
    recipe,
    jobId: job.id,
    state: { name: 'placing' },
  };

  const main = { request, on: () => {} } as unknown as MainThread;
  const entry = { version: 1, job: done, target, isPlaced: false } as const;
  const placed = await placeResult(row, entry, { main, blobs, codec: createSharpCodec() }, false);

  const { width, height } = await sharp(sent[0]).metadata();
  expect([width, height]).toEqual([4096, 102]);
  expect(describeLayerJob({ ...row, state: placed })).toBe(
    'Placed above the layer. Made smaller: Figma takes 4096 pixels a side.',
  );
});
