import { createPlane, type Plane } from '#shared/engines/on-device/pixels/plane.ts';
import { resize } from '#shared/engines/on-device/pixels/resize.ts';
import type { SizePx } from '#shared/images/fit.ts';

/** From this radius on a blur is made on a smaller copy: nobody sees the difference. */
const largeRadiusPx = 4;

/**
 * The mean of the square around each pixel, whose sides are `2 * radiusPx + 1`; costs the same at any
 * radius. With `weights` of the values times those: multiplied on the way, which saves a plane.
 */
export function boxMean(plane: Plane, radiusPx: number, weights: Plane | null = null): Plane {
  const { widthPx, heightPx } = plane;
  const radius = Math.max(0, Math.min(Math.round(radiusPx), widthPx - 1, heightPx - 1));
  return radius === 0 && !weights ? plane : meanOfSquares(plane, radius, weights);
}

/** Two boxes: close to a Gaussian of `sigmaPx`. */
export function blur(plane: Plane, sigmaPx: number): Plane {
  if (sigmaPx >= largeRadiusPx) return blurSmall(plane, sigmaPx);
  const radiusPx = Math.max(1, (Math.sqrt(6 * sigmaPx * sigmaPx + 1) - 1) / 2);
  return boxMean(boxMean(plane, radiusPx), radiusPx);
}

function blurSmall(plane: Plane, sigmaPx: number): Plane {
  const { widthPx, heightPx } = plane;
  const factor = Math.min(8, 2 ** Math.floor(Math.log2(sigmaPx / 2)));
  const small: SizePx = {
    widthPx: Math.max(1, Math.ceil(widthPx / factor)),
    heightPx: Math.max(1, Math.ceil(heightPx / factor)),
  };
  return resize(blur(resize(boxMean(plane, factor / 2), small), sigmaPx / factor), { widthPx, heightPx });
}

/**
 * Each row is summed as the square's lower side reaches it and kept until its upper side has passed:
 * the plane is read once and written once. Beyond the border the border's pixels are met again.
 */
function meanOfSquares({ widthPx, heightPx, values }: Plane, radius: number, weights: Plane | null): Plane {
  const result = createPlane({ widthPx, heightPx });
  const side = 2 * radius + 1;
  const kept = Array.from({ length: side + 1 }, () => new Float32Array(widthPx));
  const square: Square = { sums: new Float64Array(widthPx), share: 1 / (side * side) };
  const row = new Float32Array(widthPx);
  for (let y = -radius, turn = 0; y < heightPx + radius; y++, turn = (turn + 1) % (side + 1)) {
    const entering = kept[turn];
    const leaving = kept[(turn + 1) % (side + 1)];
    if (!entering || !leaving) break;
    const start = Math.min(heightPx - 1, Math.max(0, y)) * widthPx;
    row.set(values.subarray(start, start + widthPx));
    if (weights) multiply(row, weights.values, start);
    sumAlong(row, entering, radius);
    // Rows above the first are written to it too, until it is complete.
    slideDown(square, { entering, leaving }, result.values, Math.max(0, y - radius) * widthPx);
  }
  return result;
}

type Square = { sums: Float64Array; share: number };
type Edges = { entering: Float32Array; leaving: Float32Array };

function multiply(row: Float32Array, weights: Float32Array, start: number): void {
  for (let x = 0; x < row.length; x++) row[x] = (row[x] ?? 0) * (weights[start + x] ?? 0);
}

/** For each pixel of a row the sum of it and its neighbours. */
function sumAlong(row: Float32Array, sums: Float32Array, radius: number): void {
  const last = row.length - 1;
  const [first = 0, end = 0] = [row[0], row[last]];
  const inner = Math.max(radius, last - radius);
  let sum = first * (radius + 1);
  for (let x = 1; x <= radius; x++) sum += row[x] ?? 0;
  for (let x = 0; x < radius; x++) {
    sums[x] = sum;
    sum += (x + radius < last ? (row[x + radius + 1] ?? 0) : end) - first;
  }
  for (let x = radius; x < inner; x++) {
    sums[x] = sum;
    sum += (row[x + radius + 1] ?? 0) - (row[x - radius] ?? 0);
  }
  for (let x = inner; x <= last; x++) {
    sums[x] = sum;
    sum += end - (row[x - radius] ?? 0);
  }
}

function slideDown(
  { sums, share }: Square,
  { entering, leaving }: Edges,
  result: Float32Array,
  start: number,
) {
  for (let x = 0; x < sums.length; x++) {
    const sum = (sums[x] ?? 0) + (entering[x] ?? 0) - (leaving[x] ?? 0);
    sums[x] = sum;
    result[start + x] = sum * share;
  }
}
