import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { flat, shadow } from '../fakes/figma/drawings.ts';
import type { Drawing } from '../fakes/figma/sandbox/drawing.ts';
import { openPlacing, type PlacingStage } from './placing-stage.ts';

let stage: PlacingStage;
let card: string;
let text: string;
let logo: string;

beforeEach(async () => {
  stage = await openPlacing();
  card = stage.figma.draw({
    ...{ type: 'FRAME', name: 'Card', x: 60, y: 40, width: 400, height: 300, rotation: 12 },
    properties: flat(1, 1, 1),
    children: [
      { type: 'RECTANGLE', name: 'Ground', width: 400, height: 300, properties: flat(0, 0, 1) },
      {
        type: 'GROUP',
        name: 'Header',
        children: [
          { type: 'TEXT', name: 'Title', x: 20, y: 20, width: 200, height: 40, properties: flat(1, 0, 0) },
        ],
      },
      { type: 'INSTANCE', name: 'Logo', x: 300, y: 200, width: 60, height: 60, properties: flat(0, 1, 0) },
    ],
  });
  const byName = (id: string, name: string): string =>
    stage.see(id).name === name
      ? id
      : stage
          .see(id)
          .childIds.map((child) => byName(child, name))
          .join('');
  [text, logo] = [byName(card, 'Title'), byName(card, 'Logo')];
});

afterEach(() => stage.close());

/** Share of the picture's pixels where one channel stands alone. */
async function shareOf(bytes: Uint8Array, channel: number): Promise<number> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let count = 0;
  for (let at = 0; at < data.length; at += 3) {
    const others = [0, 1, 2].filter((one) => one !== channel);
    if ((data[at + channel] ?? 0) > 200 && others.every((one) => (data[at + one] ?? 255) < 60)) count += 1;
  }
  return count / (info.width * info.height);
}

const exported = (exactIds: string[], way: 'above' | 'fill' = 'above') =>
  stage.main.request('export-layer', { nodeId: card, way, exactIds });

test('what can be kept: the layers inside, an instance as one, groups taken apart', async () => {
  const parts = await stage.main.request('list-parts', { nodeId: card });
  expect(parts.map(({ name, isText }) => [name, isText])).toEqual([
    ['Ground', false],
    ['Title', true],
    ['Logo', false],
  ]);
});

test('kept layers are not in the picture that is sent, and the document is as before', async () => {
  const before = stage.figma.file();
  const whole = await exported([]);
  const without = await exported([text, logo]);

  expect(await shareOf(whole.bytes, 0)).toBeGreaterThan(0.03);
  expect(await shareOf(without.bytes, 0)).toBe(0);
  expect(await shareOf(without.bytes, 1)).toBe(0);
  expect(await shareOf(without.bytes, 2)).toBeCloseTo((await shareOf(whole.bytes, 2)) + 0.08, 1);
  const { bytes: _, ...where } = whole;
  expect(without).toMatchObject(where);
  expect(stage.figma.file()).toBe(before);
  expect(stage.figma.undoSteps()).toBe(0);
});

test('above the result they stand live, where they were; the originals are as they were', async () => {
  const before = stage.see(card);
  const { result } = await stage.place(card, { exactIds: [logo, text] });

  expect(result.type).toBe('FRAME');
  stage.expectSameBox(result, card);
  expect(stage.see(card)).toEqual(before);
  const copies = result.childIds.map(stage.see);
  expect(copies.map(({ type, name }) => [type, name])).toEqual([
    ['TEXT', 'Title'],
    ['INSTANCE', 'Logo'],
  ]);
  for (const [index, id] of [text, logo].entries()) {
    const copy = copies[index];
    const exact = stage.see(id).absoluteTransform.flat();
    expect(copy?.absoluteTransform.flat()).toEqual(exact.map((part) => expect.closeTo(part, 6)));
    expect(copy?.properties.fills).toEqual(stage.see(id).properties.fills);
  }
  stage.figma.undo();
  expect(stage.figma.undoSteps()).toBe(0);
  expect(stage.see(stage.figma.page()).childIds).toEqual([card]);
});

test('what is cut, faded or shadowed together is kept as one; what a mask cuts is no part', async () => {
  const tile = (name: string, x: number, properties = {}) => ({
    ...{ type: 'RECTANGLE', name, x, y: 0, width: 40, height: 40 },
    properties: { ...flat(0, 1, 0), ...properties },
  });
  const holder = (name: string, properties: object, children: Drawing[], type = 'GROUP'): Drawing => ({
    ...{ type, name, width: 100, height: 100, properties: { ...properties }, children },
  });
  const board = stage.figma.draw({
    ...{ type: 'FRAME', name: 'Board', x: 900, width: 400, height: 300 },
    children: [
      holder('Avatar', {}, [tile('Round', 0, { isMask: true }), tile('Face', 0)]),
      holder('Faded', { opacity: 0.5 }, [tile('Inner', 50)]),
      holder('Shadowed', shadow(9), [tile('Inner', 50)], 'FRAME'),
      holder('Cut', {}, [tile('Inner', 80)], 'FRAME'),
      holder('Whole', {}, [tile('Inner', 60)], 'FRAME'),
      tile('Mask', 0, { isMask: true }),
      tile('Masked', 0),
    ],
  });
  const parts = await stage.main.request('list-parts', { nodeId: board });
  expect(parts.map(({ name }) => name)).toEqual(['Avatar', 'Faded', 'Shadowed', 'Cut', 'Inner']);
});

test('a frame’s fill is restyled without the layers in it, which stay live above', async () => {
  const { bytes } = await exported([], 'fill');
  for (const channel of [0, 1, 2]) expect(await shareOf(bytes, channel)).toBe(0);
  const { result, where } = await stage.place(card, { way: 'fill' });
  expect(where).toBe('fill');
  expect(result.childIds).toHaveLength(3);
});

test('a plugin that is closed while it draws leaves no copy behind', async () => {
  const drawing = exported([text]);
  drawing.catch(() => {});
  await expect.poll(() => stage.figma.exports().length).toBe(1);
  stage.figma.stopPlugin();
  expect(stage.see(stage.figma.page()).childIds).toEqual([card]);
});
