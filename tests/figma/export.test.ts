import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MainThread } from '../../figma-plugin/bridge/request.ts';
import { flat, photo, shadow } from '../fakes/figma/drawings.ts';
import type { FakeFigma } from '../fakes/figma/fake-figma.ts';
import type { Drawing } from '../fakes/figma/sandbox/drawing.ts';
import { endPluginStage, startPluginStage } from './plugin-stage.ts';

let figma: FakeFigma;
let main: MainThread;

beforeEach(async () => {
  ({ figma, main } = await startPluginStage());
});
afterEach(() => endPluginStage(figma));

const exported = (nodeId: string) => main.request('export-layer', { nodeId, way: 'above', exactIds: [] });

async function sizeOf(bytes: Uint8Array): Promise<{ widthPx: number; heightPx: number }> {
  const { width, height, format } = await sharp(bytes).metadata();
  expect(format).toBe('png');
  return { widthPx: width, heightPx: height };
}

test.each([
  ['an icon is enlarged to a megapixel', 24, 24, 1000, 1000],
  ['a frame of fitting size goes as it is', 1440, 1024, 1440, 1024],
  ['a large frame is scaled to two megapixels', 4000, 2000, 2000, 1000],
  ['a long banner ends at 4096 pixels', 6000, 100, 4096, 68],
])('%s', async (_name, width, height, widthPx, heightPx) => {
  const nodeId = figma.draw({ type: 'FRAME', x: 30, y: -20, width, height, properties: flat(0, 1, 0) });

  const { bytes, scale, box, place } = await exported(nodeId);

  expect(await sizeOf(bytes)).toEqual({ widthPx, heightPx });
  expect(scale).toBeCloseTo(widthPx / width, 2);
  expect(box).toEqual({ xPx: 30, yPx: -20, widthPx: width, heightPx: height });
  expect(place).toEqual({
    transform: [
      [1, 0, 30],
      [0, 1, -20],
    ],
    widthPx: width,
    heightPx: height,
  });
});

test('the picture covers the layer’s box alone, in sRGB, whatever its shadow reaches', async () => {
  const nodeId = figma.draw({
    type: 'FRAME',
    width: 400,
    height: 300,
    properties: { ...flat(1, 0, 0), ...shadow(40) },
  });

  const { bytes } = await exported(nodeId);

  const { dominant } = await sharp(bytes).stats();
  expect(dominant.r).toBeGreaterThan(200);
  expect((await sharp(bytes).stats()).isOpaque).toBe(true);
  expect(figma.exports()).toMatchObject([{ format: 'PNG', colorProfile: 'SRGB', useAbsoluteBounds: true }]);
});

test.each<[string, Drawing]>([
  ['an ellipse', { type: 'ELLIPSE', properties: { ...flat(1, 0, 0), ...shadow(20, 10) } }],
  [
    'a frame without a fill of its own',
    {
      ...{ type: 'FRAME', properties: { fills: [], ...shadow(20, 10) } },
      children: [{ type: 'ELLIPSE', width: 300, height: 200, properties: flat(1, 0, 0) }],
    },
  ],
])('%s is drawn without the shadow within its box, which stays below a result', async (_name, drawing) => {
  const nodeId = figma.draw({ ...drawing, width: 300, height: 200 });
  const before = [figma.see(nodeId), figma.see(figma.page())?.childIds];

  const { data, info } = await sharp((await exported(nodeId)).bytes)
    .raw()
    .toBuffer({ resolveWithObject: true });

  const at = (x: number, y: number) => {
    const start = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
    return [...data.subarray(start, start + 4)];
  };
  expect(at(0.5, 0.5)).toEqual([255, 0, 0, 255]);
  expect(at(0.04, 0.98)[3]).toBe(0);
  expect(at(0.9, 0.95)[3]).toBe(0);
  expect([figma.see(nodeId), figma.see(figma.page())?.childIds]).toEqual(before);
});

test('a turned layer stays within the limits by its upright box', async () => {
  const nodeId = figma.draw({
    type: 'RECTANGLE',
    width: 3000,
    height: 60,
    rotation: 45,
    properties: flat(1, 0, 0),
  });

  const { bytes, box, scale } = await exported(nodeId);

  const { widthPx, heightPx } = await sizeOf(bytes);
  expect(Math.max(widthPx, heightPx)).toBeLessThanOrEqual(4096);
  expect(box.widthPx).toBeCloseTo((3000 + 60) * Math.SQRT1_2, 3);
  expect(widthPx).toBe(Math.round(box.widthPx * scale));
});

test('a thumbnail is small and shows the layer', async () => {
  const nodeId = figma.draw({
    type: 'FRAME',
    width: 600,
    height: 400,
    properties: await photo(figma, 'coffee.png'),
  });

  const { thumbnail, ...size } = await main.request('preview-layer', { nodeId });

  expect(await sizeOf(thumbnail)).toEqual({ widthPx: 80, heightPx: 53 });
  // One picture is sent itself, at its own size.
  expect(size).toEqual({ widthPx: 600, heightPx: 400 });
  const { channels } = await sharp(thumbnail).stats();
  expect(channels[0]?.stdev).toBeGreaterThan(20);
});

test('what cannot be exported is refused with its reason, what is gone as gone', async () => {
  const hidden = figma.draw({ type: 'FRAME', properties: { ...flat(1, 0, 0), visible: false } });
  const deleted = figma.draw({ type: 'FRAME', properties: flat(1, 0, 0) });
  figma.remove(deleted);

  await expect(exported(hidden)).rejects.toMatchObject({
    code: 'layer-not-exportable',
    data: { detail: expect.stringMatching(/Hidden/) },
  });
  await expect(exported(deleted)).rejects.toMatchObject({ code: 'layer-gone' });
  await expect(exported('99:99')).rejects.toMatchObject({ code: 'layer-gone' });
});
