import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MainThread } from '../../figma-plugin/bridge/request.ts';
import { flat } from '../fakes/figma/drawings.ts';
import { type FakeFigma, startFakeFigma } from '../fakes/figma/fake-figma.ts';
import { mainThreadOf } from '../fakes/figma/main-thread.ts';
import { createNodeVm } from '../fakes/figma/node-vm.ts';
import type { Seen } from '../fakes/figma/sandbox/seen.ts';
import { layer, placingOf } from './placing-stage.ts';

/** Every other test runs the plugin in QuickJS; here it does what it does on another engine, with less in it. */
let figma: FakeFigma;
let main: MainThread;

beforeEach(async () => {
  figma = await startFakeFigma({ createVm: createNodeVm });
});

afterEach(() => {
  expect(figma.troubles()).toEqual([]);
  figma.close();
});

function start(command?: string, parameters?: object): void {
  figma.startPlugin(command, parameters);
  main = mainThreadOf(figma);
}

const see = (id: string) => figma.see(id) as Seen;
const nameOf = (size: { width?: number; height?: number }) => `${size.width} x ${size.height}`;

test('layers are read, drawn with and without a part, and as they are said for a prompt', async () => {
  const title = { type: 'TEXT', name: 'Title', width: 90, height: 20 };
  const properties = { ...flat(0, 0, 0), characters: 'Sale' };
  const card = figma.draw({ ...layer(), type: 'FRAME', children: [{ ...title, properties }] });
  start();
  figma.select([card]);
  const { layers } = await main.request('read-selection', undefined);
  expect(layers).toMatchObject([{ nodeId: card, problem: null, sent: 'look' }]);

  const { thumbnail } = await main.request('preview-layer', { nodeId: card });
  expect(nameOf(await sharp(thumbnail).metadata())).toBe('80 x 53');
  const [part] = await main.request('list-parts', { nodeId: card });
  const before = figma.file();
  const exactIds = [part?.nodeId ?? ''];
  const { bytes } = await main.request('export-layer', { nodeId: card, way: 'above', exactIds });
  expect(nameOf(await sharp(bytes).metadata())).toBe('1225 x 816');
  expect(figma.file()).toBe(before);
  const values = await main.request('read-values', { nodeId: card, names: ['layer:Title'] });
  expect(values).toEqual([{ name: 'layer:Title', value: 'Sale' }]);
});

test('a result is placed in every way, made anew, taken away and undone', async () => {
  const photo = figma.draw(layer({ rotation: 30 }));
  start();
  const before = figma.file();
  const cell = { gridId: 'g', index: 0, count: 2, label: 'Neon' };
  for (const way of ['above', 'beside', 'grid', 'fill'] as const) {
    const placing = placingOf(photo, { way, cell: way === 'grid' ? cell : null });
    const { nodeId, where } = await main.request('place-result', placing);
    expect(where).toBe(way);
    expect(see(nodeId)).toMatchObject({ width: 300, height: 200, buttons: ['rerun', 'vary', 'revert'] });
    await main.request('place-result', placingOf(nodeId, { way: 'renew', name: 'Once more' }));
    await main.request('revert-result', { nodeId });
  }
  expect(figma.undoSteps()).toBe(12);
  for (let step = 0; step < 12; step += 1) figma.undo();
  expect(figma.file()).toBe(before);
});

test('settings are kept, the window keeps its size, and a quick action finds its preset', async () => {
  start('preset', { preset: 'Film noir', strength: '60 %' });
  expect(await main.request('read-launch', undefined)).toMatchObject({ presetId: 'builtin.film-noir' });
  await main.request('write-value', { key: 'a', value: { b: [1, null] } });
  expect(await main.request('read-value', { key: 'a' })).toEqual({ b: [1, null] });
  await main.request('resize-window', { size: { widthPx: 400, heightPx: 700 }, isLast: true });
  figma.stopPlugin();
  start();
  await main.request('read-launch', undefined);
  expect(figma.panel()).toMatchObject({ width: 400, height: 700 });
});
