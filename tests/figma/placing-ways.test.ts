import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { flat, flatPng, photo } from '../fakes/figma/drawings.ts';
import type { Drawing } from '../fakes/figma/sandbox/drawing.ts';
import type { Seen } from '../fakes/figma/sandbox/seen.ts';
import { layer, openPlacing, type PlacingStage, picture } from './placing-stage.ts';

let stage: PlacingStage;

beforeEach(async () => {
  stage = await openPlacing();
});

afterEach(() => stage.close());

type Fill = { type: string; visible?: boolean; imageHash?: string; scaleMode?: string };
const fillsOf = ({ properties }: Seen) => properties.fills as Fill[];
const shownPicture = (seen: Seen) => stage.figma.image(fillsOf(seen).at(-1)?.imageHash ?? '');

describe('as fill', () => {
  test('the layer shows the result, and keeps the fills and the style it had', async () => {
    const photoId = stage.figma.draw(layer({ properties: { ...flat(1, 0, 0), fillStyleId: 'S:1' } }));
    const before = stage.see(photoId);

    const { result, where } = await stage.place(photoId, { way: 'fill' });

    expect(where).toBe('fill');
    expect(result.id).toBe(photoId);
    expect(fillsOf(result).map(({ visible = true }) => visible)).toEqual([false, true]);
    expect(shownPicture(result)).toEqual(picture);
    await stage.main.request('revert-result', { nodeId: photoId });
    expect(stage.see(photoId)).toEqual(before);
    expect(stage.figma.undoSteps()).toBe(2);
  });

  test('a second result keeps what was there before the first', async () => {
    const photoId = stage.figma.draw(layer());
    const before = stage.see(photoId);
    await stage.place(photoId, { way: 'fill' });
    await stage.place(photoId, { way: 'fill', bytes: await flatPng(30, 20, '#00ff00') });
    await stage.main.request('revert-result', { nodeId: photoId });
    expect(stage.see(photoId)).toEqual(before);
  });

  test('a picture that was shown cropped is shown cropped again', async () => {
    const [fill] = (await photo(stage.figma, 'coffee.png')).fills;
    const imageTransform = [
      [0.5, 0, 0.2],
      [0, 0.5, 0.1],
    ];
    const cropped = { fills: [{ ...fill, scaleMode: 'CROP', imageTransform }] };
    const photoId = stage.figma.draw(layer({ properties: cropped }));
    const { result } = await stage.place(photoId, { way: 'fill' });
    expect(fillsOf(result).at(-1)).toMatchObject({ scaleMode: 'CROP', imageTransform });
  });

  test('in an instance it is an override of that instance', async () => {
    const { photo } = stage.drawAround({ type: 'INSTANCE', children: [layer()] });
    expect(await stage.place(photo, { way: 'fill' })).toMatchObject({ where: 'fill', nodeId: photo });
  });

  test.each([
    ['a group', { type: 'GROUP', name: 'Photo', children: [layer({ name: 'In it' })] }, 'above-no-fill'],
    [
      'a frame without a fill',
      { ...layer(), type: 'FRAME', properties: {}, children: [layer()] },
      'above-no-fill',
    ],
    ['a text of several colours', layer({ type: 'TEXT', properties: { fills: 'mixed' } }), 'above-no-fill'],
    ['a part of a shape', { type: 'BOOLEAN_OPERATION', children: [layer()] }, 'above-no-fill'],
    ['a locked layer', layer({ properties: { ...flat(1, 0, 0), locked: true } }), 'above-locked'],
    [
      'a layer in a locked frame',
      { type: 'FRAME', properties: { locked: true }, children: [layer()] },
      'above-locked',
    ],
    ['a main component', { type: 'COMPONENT', children: [layer()] }, 'above-component'],
  ] as const)(
    '%s is left as it is, the result goes above, and that is said',
    async (_name, drawing, where) => {
      const { photo } = stage.drawAround(drawing as unknown as Drawing);
      const before = stage.see(photo);
      const placed = await stage.place(photo, { way: 'fill' });
      expect(placed.where).toBe(where);
      expect(stage.see(photo)).toEqual({ ...before, index: stage.see(photo).index });
      stage.expectSameBox(placed.result, photo);
    },
  );
});

describe('beside', () => {
  test('to the right of everything that holds the layer, at its height and angle', async () => {
    const { outer, photo } = stage.drawAround({
      type: 'FRAME',
      ...{ x: 100, y: 50, width: 800, height: 600 },
      children: [layer({ rotation: 30 })],
    });
    const { result, where } = await stage.place(photo, { way: 'beside' });
    expect(where).toBe('beside');
    expect(result.parentId).toBe(stage.see(outer).parentId);
    const [[a, c, x], [b, d, y]] = stage.see(photo).absoluteTransform;
    expect(result.absoluteTransform[1]).toEqual([b, d, y].map((part) => expect.closeTo(part, 6)));
    expect(result.absoluteTransform[0].slice(0, 2)).toEqual([a, c].map((part) => expect.closeTo(part, 6)));
    expect(result.absoluteTransform[0][2] - x).toBeCloseTo(900 + 40 - (100 + 40), 6);
  });

  test('the next result stands beside the first, and not on what is there', async () => {
    const photoId = stage.figma.draw(layer());
    stage.figma.draw(layer({ name: 'Other', x: 500 }));
    const first = await stage.place(photoId, { way: 'beside' });
    const second = await stage.place(photoId, { way: 'beside' });
    expect(first.result.transform[0][2]).toBe(840);
    expect(second.result.transform[0][2]).toBe(1180);
  });

  test('within its section', async () => {
    const { outer, photo } = stage.drawAround({ type: 'SECTION', x: 1000, y: 500, children: [layer()] });
    const { result } = await stage.place(photo, { way: 'beside' });
    expect(result.parentId).toBe(outer);
    expect(result.transform).toEqual([
      [1, 0, 380],
      [0, 1, 30],
    ]);
  });
});

describe('as a frame of variants', () => {
  const cell = (index: number, label: string) => ({ gridId: 'g1', index, count: 3, label });

  test('each under its label, none over another, all in one frame beside the layer', async () => {
    const photoId = stage.figma.draw(layer());
    const labels = ['Film noir', 'Watercolour', 'Neon night'];
    for (const [index, label] of labels.entries()) {
      await stage.place(photoId, { way: 'grid', cell: cell(index, label) });
    }
    const page = stage.see(stage.figma.page());
    const [, gridId = ''] = page.childIds;
    const grid = stage.see(gridId);
    expect(page.childIds).toHaveLength(2);
    expect(grid).toMatchObject({ type: 'FRAME', name: 'Variants · Photo' });
    const inside = grid.childIds.map(stage.see);
    const texts = inside.filter(({ type }) => type === 'TEXT');
    expect(texts.map(({ properties }) => properties.characters)).toEqual(labels);
    const pictures = inside.filter(({ type }) => type === 'RECTANGLE');
    expect(pictures.map(({ width, height }) => [width, height])).toEqual(Array(3).fill([300, 200]));
    const corners = pictures.map(({ transform }) => `${transform[0][2]} ${transform[1][2]}`);
    expect(new Set(corners).size).toBe(3);
    const isInside = ({ transform, width, height }: Seen) =>
      transform[0][2] + width < grid.width && transform[1][2] + height < grid.height;
    expect(pictures.every(isInside)).toBe(true);

    stage.figma.undo();
    expect(stage.see(gridId).childIds).toHaveLength(4);
    stage.figma.undo();
    stage.figma.undo();
    expect(stage.see(stage.figma.page()).childIds).toEqual([photoId]);
  });

  test('a frame that was deleted in between is made again', async () => {
    const photoId = stage.figma.draw(layer());
    const first = await stage.place(photoId, { way: 'grid', cell: cell(0, 'A') });
    stage.figma.remove(first.result.parentId ?? '');
    const second = await stage.place(photoId, { way: 'grid', cell: cell(1, 'B') });
    expect(stage.see(second.result.parentId ?? '').childIds).toHaveLength(2);
  });
});
