import { expect, test } from 'vitest';
import { flatPng } from '../fakes/figma/drawings.ts';
import { fromCrossing, toCrossing } from '../fakes/figma/sandbox/clone.ts';
import { createControl } from '../fakes/figma/sandbox/control.ts';
import { FakeStorage } from '../fakes/figma/sandbox/fake-storage.ts';
import { FakeWorld } from '../fakes/figma/sandbox/fake-world.ts';
import type { Facade } from '../fakes/figma/sandbox/node-facade.ts';
import { createPluginApi } from '../fakes/figma/sandbox/plugin-api.ts';

/** The fake is worth what it refuses: each rule of Figma that our plugin could break. */
function openFile() {
  const world = new FakeWorld(async () => new Uint8Array());
  const control = createControl(world);
  const { figma } = createPluginApi(world, {
    post: () => {},
    onShow: () => {},
    onResize: () => {},
    onClose: () => {},
  });
  const node = (id: string) => world.facade(id);
  return { world, control, figma, node };
}

const call = (node: Facade, name: string, ...values: unknown[]) =>
  (node[name] as (...values: unknown[]) => unknown)(...values);

test('images: PNG, JPEG and GIF of at most 4096 pixels', async () => {
  const { figma } = openFile();
  expect(figma.createImage(await flatPng(4096, 1)).hash).toHaveLength(40);
  expect(() => figma.createImage(new Uint8Array(100))).toThrow('Image type is unsupported');
  const tooLarge = await flatPng(4097, 1);
  expect(() => figma.createImage(tooLarge)).toThrow('Image is too large');
  expect(() => figma.createImage('bytes')).toThrow('Uint8Array');
});

test('dynamic pages: the synchronous ways throw', () => {
  const { figma } = openFile();
  expect(() => figma.getNodeById()).toThrow('dynamic-page');
  expect(() => {
    const page = figma.currentPage;
    figma.currentPage = page;
  }).toThrow('dynamic-page');
});

test('nodes: removed ones throw, lists are frozen, unknown properties do not exist', () => {
  const { control, node } = openFile();
  const rectangle = node(control.draw({ type: 'RECTANGLE' }));
  const group = node(control.draw({ type: 'GROUP' }));
  expect(Object.isFrozen(rectangle.fills)).toBe(true);
  expect('fills' in group).toBe(false);
  expect('fills' in rectangle).toBe(true);
  expect(() => Object.assign(rectangle, { colour: 'red' })).toThrow('no setter');
  expect(() => Object.assign(rectangle, { fills: [{ type: 'IMAGE', imageHash: 'none' }] })).toThrow(
    'validation',
  );
  call(rectangle, 'remove');
  expect(rectangle.removed).toBe(true);
  expect(() => rectangle.name).toThrow('does not exist');
});

test('insertion: not into instances, only components into sets', () => {
  const { control, figma, node } = openFile();
  const instance = control.draw({ type: 'INSTANCE', children: [{ type: 'FRAME' }] });
  const inner = control.see(instance)?.childIds[0] ?? '';
  const set = control.draw({ type: 'COMPONENT_SET' });
  const rectangle = figma.createRectangle();
  for (const id of [instance, inner, set]) {
    expect(() => call(node(id), 'appendChild', rectangle)).toThrow('Cannot move node');
  }
  expect(() => call(node(control.page()), 'insertChild', 9, rectangle)).toThrow('out of bounds');
});

test('layout: absolute only in auto layout, where others are moved by Figma', () => {
  const { control, node } = openFile();
  const free = node(control.draw({ type: 'FRAME' }));
  expect(() => Object.assign(free, { layoutPositioning: 'ABSOLUTE' })).toThrow('layoutMode');
  const row = control.draw({
    type: 'FRAME',
    properties: { layoutMode: 'HORIZONTAL' },
    children: [{ type: 'FRAME' }, { type: 'FRAME' }],
  });
  const second = control.see(control.see(row)?.childIds[1] ?? '');
  expect(second?.transform[0][2]).toBe(100);
});

test('geometry: transforms have unit axes, sizes are positive', () => {
  const { control, node } = openFile();
  const frame = node(control.draw({ type: 'FRAME' }));
  const doubled = [
    [2, 0, 0],
    [0, 2, 0],
  ];
  expect(() => Object.assign(frame, { relativeTransform: doubled })).toThrow('unit axes');
  expect(() => call(frame, 'resize', 0, 10)).toThrow('0.01');
});

test('messages: plain data, dates and Uint8Array cross, nothing else', () => {
  const bytes = new Uint8Array([1, 2, 3]);
  expect(fromCrossing(toCrossing({ a: [1, null, 'x'], bytes }))).toEqual({ a: [1, null, 'x'], bytes });
  const refused = [bytes.buffer, new Float32Array(2), new Blob([]), new Map(), () => {}, new Error('x')];
  for (const value of refused) expect(() => toCrossing({ value })).toThrow('Cannot unwrap');
});

test('storage: 5 MB in all', async () => {
  const { api } = new FakeStorage();
  await api.setAsync('a', 'x'.repeat(3_000_000));
  await expect(api.setAsync('b', 'x'.repeat(3_000_000))).rejects.toThrow('quota');
});

test('undo: only what was committed is a step', () => {
  const { control, figma } = openFile();
  figma.createRectangle();
  figma.commitUndo();
  figma.createRectangle();
  figma.createRectangle();
  expect(control.see(control.page())?.childIds).toHaveLength(3);
  control.undo();
  expect(control.see(control.page())?.childIds).toHaveLength(1);
  control.undo();
  expect(control.see(control.page())?.childIds).toHaveLength(0);
});
