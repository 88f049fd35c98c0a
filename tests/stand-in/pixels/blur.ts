import { mapChannels, type Picture } from './picture.ts';
import { createPlane, type Plane } from './plane.ts';

const inside = (place: number, length: number) => Math.min(length - 1, Math.max(0, place));

/** Running mean over `2 * radius + 1` pixels of each row. */
function meanAcross({ width, height, values }: Plane, radius: number): Plane {
  const result = createPlane(width, height);
  const share = 1 / (2 * radius + 1);
  for (let row = 0; row < height; row++) {
    const start = row * width;
    let sum = 0;
    for (let x = -radius; x <= radius; x++) sum += values[start + inside(x, width)] ?? 0;
    for (let x = 0; x < width; x++) {
      result.values[start + x] = sum * share;
      const entering = values[start + inside(x + radius + 1, width)] ?? 0;
      sum += entering - (values[start + inside(x - radius, width)] ?? 0);
    }
  }
  return result;
}

/** The same down the columns, row by row so that memory is read in order. */
function meanDown({ width, height, values }: Plane, radius: number): Plane {
  const result = createPlane(width, height);
  const share = 1 / (2 * radius + 1);
  const sums = new Float64Array(width);
  const add = (row: number, sign: number) => {
    const start = inside(row, height) * width;
    for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + sign * (values[start + x] ?? 0);
  };
  for (let row = -radius; row <= radius; row++) add(row, 1);
  for (let row = 0; row < height; row++) {
    for (let x = 0; x < width; x++) result.values[row * width + x] = (sums[x] ?? 0) * share;
    add(row + radius + 1, 1);
    add(row - radius, -1);
  }
  return result;
}

/**
 * Close to a Gaussian of that many pixels: box blurs whose variances add up to its variance
 * (https://www.peterkovesi.com/papers/FastGaussianSmoothing.pdf).
 */
export function blur(plane: Plane, sigmaPx: number): Plane {
  const passes = sigmaPx < 1.4 ? 2 : 3;
  const radius = Math.round((Math.sqrt((12 * sigmaPx * sigmaPx) / passes + 1) - 1) / 2);
  if (radius < 1) return plane;
  let blurred = plane;
  for (let pass = 0; pass < passes; pass++) blurred = meanDown(meanAcross(blurred, radius), radius);
  return blurred;
}

export function blurPicture(picture: Picture, sigmaPx: number): Picture {
  return mapChannels(picture, (plane) => blur(plane, sigmaPx));
}
