import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { flat, shadow } from '../fakes/figma/drawings.ts';
import type { Drawing } from '../fakes/figma/sandbox/drawing.ts';
import { boundsOf, rotated } from '../fakes/figma/sandbox/matrix.ts';
import { layer, openPlacing, type PlacingStage } from './placing-stage.ts';

let stage: PlacingStage;

beforeEach(async () => {
  stage = await openPlacing();
});

afterEach(() => stage.close());

const red = flat(1, 0, 0);
const inner = layer();

async function selected(nodeId: string) {
  stage.figma.select([nodeId]);
  return (await stage.main.request('read-selection', undefined)).layers[0];
}

const exported = (nodeId: string) =>
  stage.main.request('export-layer', { nodeId, way: 'above', exactIds: [] });

describe('a layer that cannot be sent: the row says why, and so does its export', () => {
  test.each([
    ['hidden', layer({ properties: { ...red, visible: false } }), 'hidden'],
    ['in a hidden frame', { type: 'FRAME', properties: { visible: false }, children: [inner] }, 'hidden'],
    ['of no height', { type: 'LINE', name: 'Photo', width: 300, height: 0 }, 'no-area'],
    ['a group with nothing in it', { type: 'GROUP', name: 'Photo' }, 'no-area'],
    ['nothing to be seen', layer({ properties: {} }), 'empty'],
    ['a cell of a table', { type: 'TABLE_CELL', name: 'Photo' }, 'unsupported'],
  ] as const)('%s', async (_name, drawing, problem) => {
    const { photo } = stage.drawAround(drawing as unknown as Drawing);
    expect(await selected(photo)).toMatchObject({ problem });
    await expect(exported(photo)).rejects.toMatchObject({ code: 'layer-not-exportable' });
  });

  test('deleted while it was waited for', async () => {
    const photo = stage.figma.draw(inner);
    await selected(photo);
    stage.figma.remove(photo);
    await expect(exported(photo)).rejects.toMatchObject({ code: 'layer-gone' });
    await expect(stage.place(photo)).rejects.toMatchObject({ code: 'layer-gone' });
  });
});

const skewed: Drawing['transform'] = [
  [rotated(20, 0, 0)[0][0], 0, 500],
  [rotated(20, 0, 0)[1][0], 1, 80],
];
const mask = layer({ name: 'Mask', properties: { ...red, isMask: true } });
const row = { layoutMode: 'HORIZONTAL', itemSpacing: 12 };

describe('a layer that can be sent: its whole box goes out, and its result lies in that box', () => {
  test.each([
    ['locked', layer({ properties: { ...red, locked: true } })],
    [
      'a text, also in a font that is missing here',
      layer({ type: 'TEXT', properties: { ...red, hasMissingFont: true } }),
    ],
    ['a text of several colours', layer({ type: 'TEXT', properties: { fills: 'mixed' } })],
    ['an instance', layer({ type: 'INSTANCE', children: [layer({ name: 'Inner' })] })],
    ['in an instance', { type: 'INSTANCE', x: 70, children: [inner] }],
    ['in auto layout', { type: 'FRAME', properties: row, children: [layer({ name: 'First' }), inner] }],
    [
      'a mask',
      { type: 'GROUP', children: [layer({ properties: mask.properties ?? {} }), layer({ name: 'Below' })] },
    ],
    ['masked', { type: 'GROUP', children: [mask, inner] }],
    ['turned', layer({ rotation: 217 })],
    ['skewed', layer({ transform: skewed })],
    ['clipped by its frame', { type: 'FRAME', width: 120, height: 90, rotation: 15, children: [inner] }],
    ['with a shadow', layer({ properties: { ...red, ...shadow(30) } })],
    ['a section', { ...inner, type: 'SECTION' }],
    ['in a section', { type: 'SECTION', x: 900, y: 40, children: [inner] }],
    ['a slice', layer({ type: 'SLICE', properties: {} })],
    ['a group', { type: 'GROUP', name: 'Photo', children: [layer({ name: 'One', rotation: 12 })] }],
    [
      'a boolean shape',
      { type: 'BOOLEAN_OPERATION', name: 'Photo', properties: red, children: [layer({ name: 'One' })] },
    ],
    [
      'part of a boolean shape',
      { type: 'BOOLEAN_OPERATION', children: [inner, layer({ name: 'Hole', x: 90 })] },
    ],
  ] as const)('%s', async (_name, drawing) => {
    const { photo } = stage.drawAround(drawing as unknown as Drawing);
    expect(await selected(photo)).toMatchObject({ problem: null, sent: 'look' });

    const { bytes, scale, box } = await exported(photo);
    const { width, height, absoluteTransform } = stage.see(photo);
    const exact = boundsOf(absoluteTransform, width, height);
    expect(box.widthPx).toBeCloseTo(exact.width, 6);
    const picture = await sharp(bytes).metadata();
    expect(picture).toMatchObject({
      width: Math.round(exact.width * scale),
      height: Math.round(exact.height * scale),
    });

    stage.expectSameBox((await stage.place(photo)).result, photo);
  });

  test('on another page than the open one', async () => {
    const photo = stage.figma.draw(inner);
    const page = stage.figma.page();
    await selected(photo);
    stage.figma.openPage(stage.figma.addPage('Second'));
    for (const way of ['above', 'beside'] as const) {
      expect((await stage.place(photo, { way })).result.parentId).toBe(page);
    }
    expect(await exported(photo)).toMatchObject({ box: { widthPx: 300, heightPx: 200 } });
  });
});
