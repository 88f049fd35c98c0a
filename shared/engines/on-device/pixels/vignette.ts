import type { SizePx } from '#shared/images/fit.ts';

/** How far out a place is: 0 in the middle, 1 in the corners; squared, which is all that shading needs. */
export function squaredDistance(size: SizePx, x: number, y: number): number {
  const across = (2 * x) / size.widthPx - 1;
  const down = (2 * y) / size.heightPx - 1;
  return (across * across + down * down) / 2;
}

/** Pixels for a length that is `perMille` thousandths of the picture's mean side. */
export function lengthPx({ widthPx, heightPx }: SizePx, perMille: number): number {
  return (Math.sqrt(widthPx * heightPx) * perMille) / 1000;
}
