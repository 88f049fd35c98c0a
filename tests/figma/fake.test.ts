import { expect, test } from 'vitest';
import { flat, flatPng } from '../fakes/figma/drawings.ts';
import { fromCrossing, toCrossing } from '../fakes/figma/sandbox/clone.ts';
import { createControl } from '../fakes/figma/sandbox/control.ts';
import { FakeStorage } from '../fakes/figma/sandbox/fake-storage.ts';
import { FakeWorld } from '../fakes/figma/sandbox/fake-world.ts';
import type { Facade } from '../fakes/figma/sandbox/node-facade.ts';
import { startPluginLife } from '../fakes/figma/sandbox/plugin-life.ts';

/** The fake is worth what it refuses: each rule of Figma that our plugin could break. */
function openFile() {
  const world = new FakeWorld(async () => new Uint8Array());
  const control = createControl(world);
  const life = startPluginLife(world, {
    post: () => {},
    onShow: () => {},
    onResize: () => {},
    onEnd: () => {},
  });
  const node = (id: string) => world.facade(id) as unknown as Facade;
  return { world, control, life, figma: life.figma, node };
}

const call = (node: Facade, name: string, ...values: unknown[]) =>
  (node[name] as (...values: unknown[]) => unknown)(...values);

test('images: PNG, JPEG and GIF of at most 4096 pixels', async () => {
  const { figma } = openFile();
  expect(figma.createImage(await flatPng(4096, 1)).hash).toHaveLength(40);
  expect(() => figma.createImage(new Uint8Array(100))).toThrow('Image type is unsupported');
  const tooLarge = await flatPng(4097, 1);
  expect(() => figma.createImage(tooLarge)).toThrow('Image is too large');
  expect(() => figma.createImage('bytes' as never)).toThrow('Uint8Array');
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

test('storage: plain data and bytes as they were, 5 MB in all, as they are written down', async () => {
  const { api } = new FakeStorage();
  const value = { bytes: new Uint8Array([1, 2]), list: [1, null], at: new Date(5) };
  await api.setAsync('kept', value);
  expect(await api.getAsync('kept')).toEqual(value);
  expect(await api.getAsync('never')).toBeUndefined();
  await expect(api.setAsync('no', () => {})).rejects.toThrow('Cannot unwrap');
  await api.setAsync('a', 'x'.repeat(3_000_000));
  await expect(api.setAsync('b', 'x'.repeat(3_000_000))).rejects.toThrow('quota');
  await expect(api.setAsync('b', '€'.repeat(1_000_000))).rejects.toThrow('quota');
  await expect(api.setAsync('b', new Uint8Array(2_500_000))).rejects.toThrow('quota');
  await api.deleteAsync('a');
  await api.setAsync('b', 'x'.repeat(3_000_000));
});

test('notes on a layer: 100 kB an entry, its name with it; 1000 letters beside a button', () => {
  const { control, node } = openFile();
  const rectangle = node(control.draw({ type: 'RECTANGLE' }));
  call(rectangle, 'setPluginData', 'key', 'x'.repeat(99_997));
  expect(() => call(rectangle, 'setPluginData', 'key', 'x'.repeat(99_998))).toThrow('100 kB');
  expect(() => call(rectangle, 'setPluginData', 'key', '€'.repeat(33_333))).toThrow('100 kB');
  call(rectangle, 'setPluginData', 'key', '');
  expect(call(rectangle, 'getPluginData', 'key')).toBe('');
  expect(() => call(rectangle, 'setRelaunchData', { vary: 'x'.repeat(1001) })).toThrow('too long');
});

test('instances: what is in one shows what it likes, and lies as the main component has it', () => {
  const { control, figma, node } = openFile();
  const child = { type: 'RECTANGLE', properties: flat(1, 0, 0) };
  const instance = control.draw({ type: 'INSTANCE', children: [child] });
  const inner = node(control.see(instance)?.childIds[0] ?? '');
  Object.assign(inner, { fills: flat(0, 1, 0).fills, visible: false, opacity: 0.5 });
  expect(inner.opacity).toBe(0.5);
  const moved = { relativeTransform: inner.absoluteTransform };
  for (const changes of [moved, { isMask: true }, { constraints: {} }, { layoutPositioning: 'AUTO' }])
    expect(() => Object.assign(inner, changes)).toThrow('cannot be overriden on an instance');
  expect(() => call(inner, 'resize', 5, 5)).toThrow('cannot be overriden on an instance');
  expect(() => call(inner, 'remove')).toThrow('not allowed');
  expect(() => figma.currentPage.appendChild(inner as never)).toThrow('Cannot move node');
  call(node(instance), 'resize', 300, 200);
  expect((call(inner, 'clone') as Facade).parent).toBe(figma.currentPage);
});

test('places: sections on pages, components not in components, nothing in itself', () => {
  const { control, node } = openFile();
  const frame = control.draw({ type: 'FRAME', children: [{ type: 'FRAME' }] });
  const inner = control.see(frame)?.childIds[0] ?? '';
  const [section, component, other] = ['SECTION', 'COMPONENT', 'COMPONENT'].map((type) =>
    control.draw({ type }),
  );
  const refused = [
    [frame, section],
    [component, other],
    [inner, frame],
  ] as const;
  for (const [parent = '', child = ''] of refused)
    expect(() => call(node(parent), 'appendChild', node(child))).toThrow('Cannot move node');
});

test('fonts: nothing of a text can be written before its font is loaded', async () => {
  const { figma } = openFile();
  const text = figma.createText();
  for (const changes of [{ characters: 'Now' }, { fontSize: 20 }])
    expect(() => Object.assign(text, changes)).toThrow('unloaded font');
  await expect(figma.loadFontAsync({ family: 'Comic', style: 'Regular' })).rejects.toThrow(
    'could not be loaded',
  );
  await figma.loadFontAsync({ family: 'Inter', style: 'Regular' });
  text.characters = 'Now';
  const bold = { family: 'Inter', style: 'Bold' };
  expect(() => Object.assign(text, { fontName: bold })).toThrow('unloaded font');
});

test('a plugin that is closed has nothing of Figma’s any more', () => {
  const { figma, life, world } = openFile();
  let isTold = false;
  figma.on('close', () => {
    isTold = figma.currentPage.name !== '';
  });
  figma.showUI('', {});
  const post = figma.ui.postMessage;
  life.stop();
  expect(isTold).toBe(true);
  expect(() => figma.createRectangle()).toThrow('closed');
  expect(() => figma.currentPage).toThrow('closed');
  expect(() => post?.(1)).toThrow('No UI');
  expect(world.document.get(world.document.currentPageId).childIds).toEqual([]);
});

/** https://developers.figma.com/docs/plugins/api/properties/figma-commitundo, its two examples. */
test('undo: what was not committed is taken back as one; only what was committed is a step', () => {
  const { control, figma } = openFile();
  const count = () => control.see(control.page())?.childIds.length;
  figma.createRectangle();
  figma.createFrame();
  control.undo();
  expect(count()).toBe(0);
  figma.createRectangle();
  figma.commitUndo();
  figma.createFrame();
  figma.createFrame();
  expect(count()).toBe(3);
  control.undo();
  expect(count()).toBe(1);
  control.undo();
  expect(count()).toBe(0);
});
