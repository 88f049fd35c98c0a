import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cropToAspect, fitArea } from '#shared/images/fit.ts';

const sidePx = fc.integer({ min: 1, max: 16_384 });
const size = fc.record({ widthPx: sidePx, heightPx: sidePx });
const areaPx = fc.integer({ min: 1, max: 4_000_000 });

test.each([
  [4000, 3000, 1181, 886],
  [3000, 4000, 886, 1181],
  [5000, 5000, 1024, 1024],
  [8192, 2048, 2048, 512],
  [640, 427, 640, 427],
  [1024, 1024, 1024, 1024],
])('%i x %i fits a megapixel as %i x %i', (widthPx, heightPx, width, height) => {
  expect(fitArea({ widthPx, heightPx }, 1024 * 1024)).toEqual({ widthPx: width, heightPx: height });
});

test('what is fitted is never enlarged, never too large, and keeps its aspect', () => {
  fc.assert(
    fc.property(size, areaPx, (source, maxAreaPx) => {
      const fitted = fitArea(source, maxAreaPx);
      const [short, long] = [fitted.widthPx, fitted.heightPx].sort((a, b) => a - b) as [number, number];
      const aspect = Math.max(source.widthPx, source.heightPx) / Math.min(source.widthPx, source.heightPx);
      expect(short).toBeGreaterThanOrEqual(1);
      expect(fitted.widthPx * fitted.heightPx).toBeLessThanOrEqual(maxAreaPx);
      expect(fitted.widthPx).toBeLessThanOrEqual(source.widthPx);
      expect(fitted.heightPx).toBeLessThanOrEqual(source.heightPx);
      // Thinner than any whole pixel: nothing can keep that aspect.
      if (maxAreaPx >= aspect) expect(Math.abs(long - short * aspect)).toBeLessThanOrEqual(1);
    }),
  );
});

test('what is fitted uses the area: one more row of pixels would not fit', () => {
  fc.assert(
    fc.property(size, areaPx, (source, maxAreaPx) => {
      const fitted = fitArea(source, maxAreaPx);
      if (fitted.widthPx === source.widthPx) return;
      const short = Math.min(fitted.widthPx, fitted.heightPx) + 1;
      const aspect = Math.max(source.widthPx, source.heightPx) / Math.min(source.widthPx, source.heightPx);
      expect(short * short * aspect).toBeGreaterThan(maxAreaPx * (1 - 1e-9));
    }),
  );
});

test.each([
  // Kontext answers 1392 x 752 for 16:9.
  [1392, 752, 1600, 900, { xPx: 27, yPx: 0, widthPx: 1337, heightPx: 752 }],
  [1024, 1024, 600, 400, { xPx: 0, yPx: 170, widthPx: 1024, heightPx: 683 }],
  [1024, 1024, 400, 600, { xPx: 170, yPx: 0, widthPx: 683, heightPx: 1024 }],
  [800, 600, 400, 300, { xPx: 0, yPx: 0, widthPx: 800, heightPx: 600 }],
  [100, 100, 16_384, 1, { xPx: 0, yPx: 49, widthPx: 100, heightPx: 1 }],
])('%i x %i is cropped to the aspect of %i x %i', (width, height, sourceWidth, sourceHeight, rect) => {
  const cropped = cropToAspect(
    { widthPx: width, heightPx: height },
    { widthPx: sourceWidth, heightPx: sourceHeight },
  );
  expect(cropped).toEqual(rect);
});

test('a crop lies inside, centred, with one side whole and the other as near as pixels allow', () => {
  fc.assert(
    fc.property(size, size, (result, source) => {
      const crop = cropToAspect(result, source);
      const aspect = source.widthPx / source.heightPx;
      const rightPx = result.widthPx - crop.widthPx - crop.xPx;
      const belowPx = result.heightPx - crop.heightPx - crop.yPx;
      expect([0, 1]).toContain(rightPx - crop.xPx);
      expect([0, 1]).toContain(belowPx - crop.yPx);
      expect(crop.widthPx === result.widthPx || crop.heightPx === result.heightPx).toBe(true);
      const errorOf = (widthPx: number, heightPx: number) =>
        widthPx < 1 || heightPx < 1 || widthPx > result.widthPx || heightPx > result.heightPx
          ? Number.POSITIVE_INFINITY
          : Math.abs(widthPx / heightPx - aspect);
      const { widthPx, heightPx } = crop;
      const chosen = errorOf(widthPx, heightPx) - 1e-9;
      const isHeightWhole = heightPx === result.heightPx;
      const isWidthWhole = widthPx === result.widthPx;
      for (const step of [-1, 1]) {
        if (isHeightWhole) expect(errorOf(widthPx + step, heightPx)).toBeGreaterThanOrEqual(chosen);
        if (isWidthWhole) expect(errorOf(widthPx, heightPx + step)).toBeGreaterThanOrEqual(chosen);
      }
    }),
  );
});
