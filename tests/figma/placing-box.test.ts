import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { flat } from '../fakes/figma/drawings.ts';
import type { Drawing } from '../fakes/figma/sandbox/drawing.ts';
import { apply, rotated } from '../fakes/figma/sandbox/matrix.ts';
import type { Seen } from '../fakes/figma/sandbox/seen.ts';
import { layer, openPlacing, type PlacingStage, picture } from './placing-stage.ts';

let stage: PlacingStage;

beforeEach(async () => {
  stage = await openPlacing();
});

afterEach(() => stage.close());

/** On the canvas, x and y of one after the other. */
function corners({ absoluteTransform, width, height }: Seen): number[] {
  const at = [0, width].flatMap((x) => [0, height].map((y) => apply(absoluteTransform, x, y)));
  return at.flat();
}

describe('a result lies in its layer’s exact box', () => {
  test('upright on the page: a picture above the layer, named, its sides locked', async () => {
    const photo = stage.figma.draw(layer());
    const above = stage.figma.draw(layer({ name: 'Above' }));

    const { result, where } = await stage.place(photo);

    stage.expectSameBox(result, photo);
    expect(stage.see(stage.figma.page()).childIds).toEqual([photo, result.id, above]);
    expect(result).toMatchObject({ type: 'RECTANGLE', name: 'Neon · Photo' });
    expect(result.properties).toMatchObject({ isAspectLocked: true });
    const fills = result.properties.fills as { imageHash: string; scaleMode: string }[];
    const fill = fills.at(-1);
    expect(fill?.scaleMode).toBe('FILL');
    expect(stage.figma.image(fill?.imageHash ?? '')).toEqual(picture);
    expect(where).toBe('above');
  });

  test('turned, in a turned frame', async () => {
    const { photo } = stage.drawAround({
      type: 'FRAME',
      x: 100,
      y: 50,
      rotation: 15,
      children: [layer({ rotation: -40 })],
    });
    const { result } = await stage.place(photo);
    stage.expectSameBox(result, photo);
    expect(result.transform).toEqual(stage.see(photo).transform);
  });

  test('flipped and skewed', async () => {
    const flipped = stage.figma.draw(
      layer({
        transform: [
          [-1, 0, 340],
          [0, 1, 30],
        ],
      }),
    );
    const [[a], [b]] = rotated(20, 0, 0);
    const skewed = stage.figma.draw(
      layer({
        transform: [
          [a, 0, 500],
          [b, 1, 80],
        ],
      }),
    );
    stage.expectSameBox((await stage.place(flipped)).result, flipped);
    stage.expectSameBox((await stage.place(skewed)).result, skewed);
  });

  test('turned within a skewed frame, which stretches it: also where its frame cannot take the result', async () => {
    const frame: Drawing = {
      type: 'FRAME',
      transform: [
        [1, Math.sin(0.5), 20],
        [0, Math.cos(0.5), 60],
      ],
    };
    const instance: Drawing = { type: 'INSTANCE', rotation: 25, children: [layer({ rotation: 40 })] };
    const { photo } = stage.drawAround({ ...frame, children: [instance] });
    const { photo: bare } = stage.drawAround({
      ...frame,
      type: 'INSTANCE',
      children: [layer({ rotation: 40 })],
    });
    const source = [photo, bare].map((id) => corners(stage.see(id)));
    for (const [index, id] of [photo, bare].entries()) {
      const { result } = await stage.place(id);
      corners(result).forEach((part, at) => {
        expect(part).toBeCloseTo(source[index]?.[at] ?? 0, 4);
      });
    }
    const { result } = await stage.place(bare, { way: 'beside' });
    const [x = 0, y = 0] = corners(result);
    const [left = 0, top = 0] = source[1] ?? [];
    corners(result).forEach((part, at) => {
      const moved = (source[1]?.[at] ?? 0) + (at % 2 === 0 ? x - left : y - top);
      expect(part).toBeCloseTo(moved, 4);
    });
  });

  test('in groups within groups, which keep their box', async () => {
    const { outer, photo } = stage.drawAround({
      type: 'FRAME',
      x: 200,
      y: 100,
      rotation: 10,
      children: [
        {
          type: 'GROUP',
          children: [layer({ name: 'Other', x: 400 }), { type: 'GROUP', children: [layer()] }],
        },
      ],
    });
    const group = stage.see(outer).childIds[0] ?? '';
    const before = stage.see(group);

    const { result } = await stage.place(photo);

    stage.expectSameBox(result, photo);
    expect(result.parentId).toBe(stage.see(photo).parentId);
    expect(stage.see(group)).toMatchObject({
      width: before.width,
      height: before.height,
      absoluteTransform: before.absoluteTransform,
    });
  });

  test('rounded corners and constraints are the layer’s', async () => {
    const corners = {
      topLeftRadius: 24,
      topRightRadius: 24,
      bottomLeftRadius: 0,
      bottomRightRadius: 0,
      cornerSmoothing: 0.6,
    };
    const constraints = { horizontal: 'SCALE', vertical: 'MAX' };
    const { photo } = stage.drawAround({
      type: 'FRAME',
      children: [layer({ properties: { ...flat(1, 0, 0), ...corners, constraints } })],
    });
    const { result } = await stage.place(photo);
    expect(result.properties).toMatchObject({ ...corners, constraints });
  });

  test('on another page than the open one', async () => {
    const photo = stage.figma.draw(layer());
    const page = stage.figma.page();
    stage.figma.openPage(stage.figma.addPage('Second'));
    const { result } = await stage.place(photo);
    stage.expectSameBox(result, photo);
    expect(result.parentId).toBe(page);
    expect(stage.see(stage.figma.page()).childIds).toEqual([]);
  });
});

describe('in auto layout', () => {
  const row = (properties: object = {}): Drawing => ({
    type: 'FRAME',
    properties: { layoutMode: 'HORIZONTAL', itemSpacing: 12, ...properties },
    children: [layer({ name: 'First' }), layer(), layer({ name: 'Last' })],
  });

  test('nothing else moves', async () => {
    const { outer, photo } = stage.drawAround(row());
    const before = stage.see(outer).childIds.map(stage.see);

    const { result } = await stage.place(photo);

    stage.expectSameBox(result, photo);
    expect(before.map(({ id }) => stage.see(id).transform)).toEqual(before.map(({ transform }) => transform));
    expect(result.properties.layoutPositioning).toBe('ABSOLUTE');
    expect(result.index).toBe(stage.see(photo).index + 1);
  });

  test('the result is above also where the first layer is on top', async () => {
    const { photo } = stage.drawAround(row({ itemReverseZIndex: true }));
    const { result } = await stage.place(photo);
    expect(result.index).toBe(stage.see(photo).index - 1);
    stage.expectSameBox(result, photo);
  });
});
