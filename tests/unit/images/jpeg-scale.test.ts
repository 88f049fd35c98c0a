import { describe, expect, test } from 'vitest';
import { jpegScaleFor } from '#shared/images/jpeg-scale.ts';
import { paint, toBytes } from './sample-pictures.ts';

const jpeg = (widthPx: number, heightPx: number, orientation = 1) =>
  toBytes(
    paint(widthPx, heightPx, () => [9, 9, 9])
      .withMetadata({ orientation })
      .jpeg(),
  );

describe('the size at which a JPEG is decoded', () => {
  test.each([
    [100, 50],
    [101, 76],
    [150, 75],
    [250, 125],
  ])('is the least that is no smaller than %i x %i', async (widthPx, heightPx) => {
    const scale = jpegScaleFor(await jpeg(400, 200), { widthPx, heightPx });
    const eighths = [1, 2, 3, 4, 5].find((n) => 50 * n >= widthPx && 25 * n >= heightPx) ?? 0;
    const size = { widthPx: 50 * eighths, heightPx: 25 * eighths };
    expect(scale).toEqual({ stored: size, shown: size, isTurned: false });
  });

  test('counts a part of a pixel as one, and says that it is none', async () => {
    expect(jpegScaleFor(await jpeg(403, 201), { widthPx: 90, heightPx: 40 })).toMatchObject({
      stored: { widthPx: 101, heightPx: 51 },
      shown: { widthPx: 100.75, heightPx: 50.25 },
    });
  });

  test('of one that lies on its side is as it is stored', async () => {
    expect(jpegScaleFor(await jpeg(400, 200, 6), { widthPx: 50, heightPx: 100 })).toEqual({
      stored: { widthPx: 100, heightPx: 50 },
      shown: { widthPx: 50, heightPx: 100 },
      isTurned: true,
    });
    expect(jpegScaleFor(await jpeg(403, 200, 6), { widthPx: 50, heightPx: 100 })).toBeNull();
  });

  test('is its own where that gains nothing, and for what is no JPEG', async () => {
    expect(jpegScaleFor(await jpeg(400, 200), { widthPx: 251, heightPx: 125 })).toBeNull();
    expect(jpegScaleFor(await jpeg(400, 200), { widthPx: 800, heightPx: 400 })).toBeNull();
    const png = await toBytes(paint(400, 200, () => [9, 9, 9]).png());
    expect(jpegScaleFor(png, { widthPx: 50, heightPx: 25 })).toBeNull();
  });
});
