import type { SizePx } from '#shared/images/fit.ts';

/** The size of the grey copies that are compared, one column more than differences. */
export const lookSize = { widthPx: 9, heightPx: 8 } as const;

const maxDifferentBits = 10;
const maxAspectOff = 0.02;

/** Whether two pictures have the same shape, so that one may be the other in larger. */
export function hasSameShape(a: SizePx, b: SizePx): boolean {
  const ratio = (a.widthPx * b.heightPx) / (a.heightPx * b.widthPx);
  return Math.abs(ratio - 1) <= maxAspectOff;
}

/**
 * Whether two pictures look alike: the difference hash of 64 bits, which survives scaling and compression.
 * Takes the RGBA bytes of copies of `lookSize`. http://www.hackerfactor.com/blog/index.php?/archives/529-Kind-of-Like-That.html
 */
export function looksAlike(a: Uint8ClampedArray, b: Uint8ClampedArray): boolean {
  const [left, right] = [differences(a), differences(b)];
  return left.filter((bit, index) => bit !== right[index]).length <= maxDifferentBits;
}

/** For each pixel whether its right neighbour is brighter. */
function differences(rgba: Uint8ClampedArray): boolean[] {
  const { widthPx, heightPx } = lookSize;
  const brightness = (x: number, y: number) => {
    const at = (y * widthPx + x) * 4;
    return 299 * (rgba[at] ?? 0) + 587 * (rgba[at + 1] ?? 0) + 114 * (rgba[at + 2] ?? 0);
  };
  const cells = Array.from({ length: heightPx * (widthPx - 1) }, (_, index) => index);
  return cells.map((index) => {
    const [x, y] = [index % (widthPx - 1), Math.floor(index / (widthPx - 1))];
    return brightness(x + 1, y) > brightness(x, y);
  });
}
