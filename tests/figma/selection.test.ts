import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Selection } from '../../figma-plugin/bridge/layer.ts';
import type { MainThread } from '../../figma-plugin/bridge/request.ts';
import { flat } from '../fakes/figma/drawings.ts';
import type { FakeFigma } from '../fakes/figma/fake-figma.ts';
import { endPluginStage, startPluginStage } from './plugin-stage.ts';

let figma: FakeFigma;
let main: MainThread;

beforeEach(async () => {
  ({ figma, main } = await startPluginStage());
});
afterEach(() => endPluginStage(figma));

const read = () => main.request('read-selection', undefined);
const problemOf = async (id: string) => {
  figma.select([id]);
  return (await read()).layers[0]?.problem;
};

describe('the selection', () => {
  test('comes in reading order, with sizes', async () => {
    const low = figma.draw({
      type: 'FRAME',
      name: 'Low',
      y: 500,
      width: 300.4,
      height: 200,
      properties: flat(1, 0, 0),
    });
    const right = figma.draw({ type: 'RECTANGLE', name: 'Right', x: 400, properties: flat(0, 1, 0) });
    const left = figma.draw({ type: 'RECTANGLE', name: 'Left', properties: flat(0, 0, 1) });
    figma.select([low, right, left]);

    const { layers, unlisted } = await read();
    expect(layers.map(({ name }) => name)).toEqual(['Left', 'Right', 'Low']);
    expect(layers.at(-1)).toEqual({
      nodeId: low,
      name: 'Low',
      widthPx: 300,
      heightPx: 200,
      problem: null,
      recipe: null,
      sent: 'look',
    });
    expect(unlisted).toBe(0);
  });

  test('lists two hundred layers and counts the rest, without the one that is deleted meanwhile', async () => {
    const ids = Array.from({ length: 203 }, (_, index) => figma.draw({ type: 'RECTANGLE', x: -index }));
    figma.select(ids);
    const first = await read();
    expect(first.layers).toHaveLength(200);
    expect(first.unlisted).toBe(3);
    const inOrder = first.layers.map(({ nodeId }) => nodeId);
    expect(inOrder).toEqual(ids.filter((id) => inOrder.includes(id)).reverse());

    const reading = read();
    const gone = ids[150] ?? '';
    figma.remove(gone);
    const { layers } = await reading;
    expect(layers.map(({ nodeId }) => nodeId)).toEqual(inOrder.filter((id) => id !== gone));
  });

  test('is told anew when it changes, when a layer in it changes, and on another page', async () => {
    const told: Selection[] = [];
    main.on('selection-changed', (selection) => told.push(selection));
    const namesTold = () => told.at(-1)?.layers.map(({ name, widthPx }) => `${name} ${widthPx}`);
    const card = figma.draw({ type: 'FRAME', name: 'Card', properties: flat(1, 1, 0) });

    figma.select([card]);
    await vi.waitFor(() => expect(namesTold()).toEqual(['Card 100']));
    figma.change(card, { width: 640 });
    await vi.waitFor(() => expect(namesTold()).toEqual(['Card 640']));
    const firstPage = figma.page();
    figma.openPage(figma.addPage('Second'));
    await vi.waitFor(() => expect(namesTold()).toEqual([]));
    figma.openPage(firstPage);
    await vi.waitFor(() => expect(namesTold()).toEqual(['Card 640']));
    figma.remove(card);
    await vi.waitFor(() => expect(namesTold()).toEqual([]));
  });

  test('is not told when nothing of it has changed', async () => {
    const told: Selection[] = [];
    const card = figma.draw({ type: 'FRAME', name: 'Card', properties: flat(1, 1, 0) });
    const other = figma.draw({ type: 'FRAME', name: 'Other', x: 500 });
    figma.select([card]);
    main.on('selection-changed', (selection) => told.push(selection));
    await vi.waitFor(() => expect(told).toHaveLength(1));

    figma.change(other, { width: 300 });
    figma.change(card, { width: 300 });
    await vi.waitFor(() => expect(told.at(-1)?.layers[0]?.widthPx).toBe(300));
    expect(told).toHaveLength(2);
  });
});

describe('a layer that cannot be sent says why', () => {
  test('hidden, itself or by what holds it', async () => {
    const own = figma.draw({ type: 'FRAME', properties: { ...flat(1, 0, 0), visible: false } });
    const holder = figma.draw({
      type: 'FRAME',
      properties: { visible: false },
      children: [{ type: 'FRAME', properties: flat(1, 0, 0) }],
    });
    const held = figma.see(holder)?.childIds[0] ?? '';

    expect(await problemOf(own)).toBe('hidden');
    expect(await problemOf(held)).toBe('hidden');
  });

  test('too thin at any scale', async () => {
    expect(await problemOf(figma.draw({ type: 'LINE', width: 300, height: 0 }))).toBe('no-area');
    expect(
      await problemOf(figma.draw({ type: 'FRAME', width: 40_000, height: 10, properties: flat(1, 0, 0) })),
    ).toBe('no-area');
    expect(
      await problemOf(figma.draw({ type: 'FRAME', width: 400, height: 10, properties: flat(1, 0, 0) })),
    ).toBeNull();
  });

  test('nothing to be seen, nothing in it, or no picture of its kind', async () => {
    expect(await problemOf(figma.draw({ type: 'FRAME' }))).toBe('empty');
    expect(await problemOf(figma.draw({ type: 'GROUP' }))).toBe('no-area');
    expect(await problemOf(figma.draw({ type: 'TABLE_CELL' }))).toBe('unsupported');
  });

  test('a slice shows what lies under it, and may be sent', async () => {
    expect(await problemOf(figma.draw({ type: 'SLICE' }))).toBeNull();
  });
});
