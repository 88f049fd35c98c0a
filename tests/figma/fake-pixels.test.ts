import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawScene } from '../fakes/figma/draw-scene.ts';
import { flat, flatPng, shadow } from '../fakes/figma/drawings.ts';
import { createControl } from '../fakes/figma/sandbox/control.ts';
import type { Drawing } from '../fakes/figma/sandbox/drawing.ts';
import { FakeWorld } from '../fakes/figma/sandbox/fake-world.ts';
import { type Box, boundsOf } from '../fakes/figma/sandbox/matrix.ts';

/** What an export shows, in the canvas’s own coordinates: `at` answers red, green, blue and alpha. */
type Shot = { box: Box; at(x: number, y: number): number[] };

const world = new FakeWorld(drawScene);
const { draw, see } = createControl(world);
const red = flat(1, 0, 0);
const blue = flat(0, 0, 1);
const box = { width: 100, height: 60 };

async function shoot(id: string, isWholeBox = false): Promise<Shot> {
  const node = world.facade(id);
  const bytes = await node.exportAsync({ format: 'PNG', useAbsoluteBounds: isWholeBox });
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const drawn = isWholeBox ? node.absoluteBoundingBox : boundsIn(node);
  if (!drawn) throw new Error('Nothing is drawn');
  expect([info.width, info.height]).toEqual([Math.round(drawn.width), Math.round(drawn.height)]);
  const at = (x: number, y: number) => {
    const start = (Math.floor(y - drawn.y) * info.width + Math.floor(x - drawn.x)) * 4;
    return [...data.subarray(start, start + 4)];
  };
  return { box: drawn, at };
}

const boundsIn = (node: object) =>
  'absoluteRenderBounds' in node ? (node.absoluteRenderBounds as Box | null) : null;
const inside = (id: string, index: number) => see(id)?.childIds[index] ?? '';

const [isRed, isBlue, isClear] = [
  [255, 0, 0, 255],
  [0, 0, 255, 255],
  [0, 0, 0, 0],
];

test('a turned layer is turned in its picture, whose corners are clear', async () => {
  const frame = draw({
    type: 'FRAME',
    children: [{ type: 'RECTANGLE', ...box, rotation: 30, properties: red }],
  });
  const { box: drawn, at } = await shoot(inside(frame, 0), true);
  expect(at(drawn.x + 1, drawn.y + 1)).toEqual(isClear);
  expect(at(drawn.x + drawn.width - 2, drawn.y + drawn.height - 2)).toEqual(isClear);
  expect(at(drawn.x + drawn.width / 2, drawn.y + drawn.height / 2)).toEqual(isRed);
});

test('a frame cuts what is in it, also when it is turned; what is in it, alone, is whole', async () => {
  const child: Drawing = { type: 'RECTANGLE', x: 50, y: 20, width: 100, height: 80, properties: blue };
  const clipped = draw({ type: 'FRAME', x: 10, ...box, properties: red, children: [child] });
  const shot = await shoot(clipped);
  expect(shot.box).toEqual({ x: 10, y: 0, ...box });
  expect([shot.at(30, 10), shot.at(90, 40)]).toEqual([isRed, isBlue]);
  const alone = await shoot(inside(clipped, 0));
  expect(alone.box).toEqual({ x: 60, y: 20, width: 100, height: 80 });

  const open = { ...red, clipsContent: false };
  const free = await shoot(draw({ type: 'FRAME', ...box, properties: open, children: [child] }));
  expect(free.box).toEqual({ x: 0, y: 0, width: 150, height: 100 });
  const turned = draw({ type: 'FRAME', rotation: 45, ...box, properties: red, children: [child] });
  const [[a, c, e], [b, d, f]] = see(turned)?.absoluteTransform ?? [[], []];
  const cut = await shoot(turned);
  const point = (x: number, y: number) =>
    [Number(a) * x + Number(c) * y + Number(e), Number(b) * x + Number(d) * y + Number(f)] as const;
  expect(cut.at(...point(80, 40))).toEqual(isBlue);
  expect(cut.at(...point(90, 63))).toEqual(isClear);
});

test('a shadow makes the picture larger than its layer, unless the layer’s box is asked for', async () => {
  const id = draw({ type: 'RECTANGLE', ...box, properties: { ...red, ...shadow(20, 10) } });
  const shot = await shoot(id);
  expect(shot.box).toEqual({ x: -20, y: -10, width: 140, height: 100 });
  const [, , , alpha = 0] = shot.at(50, 65);
  expect(alpha).toBeGreaterThan(100);
  expect(shot.at(-18, -8)[3]).toBeLessThan(30);
  const whole = await shoot(id, true);
  expect(whole.box).toEqual({ x: 0, y: 0, ...box });
  expect(whole.at(50, 59)).toEqual(isRed);

  const properties = { ...red, ...shadow(0, 30) };
  const turned = await shoot(draw({ type: 'RECTANGLE', ...box, rotation: 90, properties }));
  // Its lower side points to the right now, and so does its shadow.
  expect(turned.box).toMatchObject({ width: expect.closeTo(90), height: expect.closeTo(100) });
  expect(turned.at(75, -50)).toEqual([0, 0, 0, 255]);
});

test('a mask cuts what comes after it, and is not seen; alone it is', async () => {
  const mask: Drawing = { type: 'ELLIPSE', width: 60, height: 60, properties: { ...blue, isMask: true } };
  const masked: Drawing = { type: 'RECTANGLE', width: 100, height: 60, properties: red };
  const below: Drawing = { type: 'RECTANGLE', x: 90, width: 10, height: 60, properties: blue };
  const group = draw({ type: 'GROUP', children: [below, mask, masked] });
  const shot = await shoot(group, true);
  expect([shot.at(30, 30), shot.at(80, 30), shot.at(95, 30)]).toEqual([isRed, isClear, isBlue]);
  expect(shot.at(2, 2)).toEqual(isClear);
  expect((await shoot(inside(group, 1))).at(30, 30)).toEqual(isBlue);
});

test('opacity, corners, strokes, crops and boolean shapes', async () => {
  const faded = await shoot(draw({ type: 'RECTANGLE', ...box, properties: { ...red, opacity: 0.5 } }));
  expect(faded.at(50, 30)[3]).toBeCloseTo(128, -1);
  const round = await shoot(draw({ type: 'RECTANGLE', ...box, properties: { ...red, topLeftRadius: 30 } }));
  expect([round.at(2, 2), round.at(97, 2), round.at(30, 30)]).toEqual([isClear, isRed, isRed]);

  const outside = { ...red, strokes: blue.fills, strokeWeight: 6, strokeAlign: 'OUTSIDE' };
  const stroked = await shoot(draw({ type: 'RECTANGLE', ...box, properties: outside }));
  expect(stroked.box).toEqual({ x: -6, y: -6, width: 112, height: 72 });
  expect([stroked.at(-3, 30), stroked.at(2, 30)]).toEqual([isBlue, isRed]);

  const hole: Drawing = { type: 'RECTANGLE', x: 70, y: 0, width: 30, height: 90, properties: blue };
  const parts: Drawing[] = [{ type: 'RECTANGLE', width: 40, height: 40, properties: blue }, hole];
  const union = await shoot(draw({ type: 'BOOLEAN_OPERATION', properties: red, children: parts }));
  expect([union.at(20, 20), union.at(80, 80), union.at(55, 20)]).toEqual([isRed, isRed, isClear]);
});

test('pictures are fitted, cropped and tiled', async () => {
  const half = sharp(await flatPng(50, 50, '#ff0000')).extend({ right: 50, background: '#0000ff' });
  const imageHash = world.images.create(new Uint8Array(await half.png().toBuffer())).hash;
  const shown = (fill: object) => {
    const fills = [{ type: 'IMAGE', imageHash, scaleMode: 'FILL', ...fill }];
    return shoot(draw({ type: 'RECTANGLE', width: 60, height: 60, properties: { fills } }), true);
  };
  const filled = await shown({});
  expect([filled.at(15, 30), filled.at(45, 30)]).toEqual([isRed, isBlue]);
  const fitted = await shown({ scaleMode: 'FIT' });
  expect([fitted.at(15, 5), fitted.at(15, 30)]).toEqual([isClear, isRed]);
  const rightHalf = [
    [0.5, 0, 0.5],
    [0, 1, 0],
  ];
  const cropped = await shown({ scaleMode: 'CROP', imageTransform: rightHalf });
  expect([cropped.at(5, 30), cropped.at(55, 30)]).toEqual([isBlue, isBlue]);
  const tiled = await shown({ scaleMode: 'TILE', scalingFactor: 0.4 });
  expect([tiled.at(5, 5), tiled.at(30, 5), tiled.at(45, 5)]).toEqual([isRed, isBlue, isRed]);
});

test('a slice shows what lies under it', async () => {
  draw({ type: 'RECTANGLE', x: 5000, ...box, properties: red });
  const slice = draw({ type: 'SLICE', x: 5050, ...box });
  const bytes = await world.facade(slice).exportAsync();
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([100, 60]);
  expect([[...data.subarray(0, 4)], [...data.subarray(396, 400)]]).toEqual([isRed, isClear]);
});

test('a group that was turned has a box of its own', () => {
  const child = { type: 'RECTANGLE', width: 40, height: 20, properties: red };
  const group = draw({ type: 'GROUP', x: 9, y: 7, rotation: 30, children: [child, { ...child, x: 60 }] });
  const seen = see(group);
  expect([seen?.width, seen?.height]).toEqual([expect.closeTo(100), expect.closeTo(20)]);
  expect(seen?.transform[0]).toEqual(
    [expect.closeTo(Math.cos(Math.PI / 6)), expect.closeTo(0.5), 9].map((x) => x),
  );
  const bounds = world.facade(group).absoluteBoundingBox;
  const own = seen && boundsOf(seen.absoluteTransform, seen.width, seen.height);
  expect(bounds?.width).toBeCloseTo(own?.width ?? 0, 6);
});
