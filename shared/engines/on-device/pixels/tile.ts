import { boxMean } from '#shared/engines/on-device/pixels/blur.ts';
import { clamp } from '#shared/engines/on-device/pixels/colour.ts';
import { createPlane, type Plane } from '#shared/engines/on-device/pixels/plane.ts';
import type { Random } from '#shared/engines/on-device/pixels/random.ts';

const sidePx = 512;
const mask = sidePx - 1;

/** Noise on a square that is laid side by side without end, 0..1 around 0.5: grain, paper, strokes. */
export type Tile = Plane;

/** `blurPx` rounds the grains, `lengthPx` draws them out along the rows into strokes. */
export function createTile(random: Random, { blurPx = 0, lengthPx = 0 } = {}): Tile {
  const raw = createPlane({ widthPx: sidePx, heightPx: sidePx });
  for (let i = 0; i < raw.values.length; i++) raw.values[i] = random();
  const rounded = blurPx > 0 ? boxMean(boxMean(raw, blurPx), blurPx) : raw;
  return spread(lengthPx > 0 ? drawOut(rounded, lengthPx) : rounded);
}

/** The value at a place in pixels, wherever it is. */
export function tileAt(tile: Tile, x: number, y: number): number {
  return tile.values[((y & mask) * sidePx) | (x & mask)] ?? 0;
}

function drawOut({ values }: Tile, lengthPx: number): Tile {
  const drawn = createPlane({ widthPx: sidePx, heightPx: sidePx });
  for (let y = 0; y < sidePx; y++) {
    const row = y * sidePx;
    let sum = 0;
    for (let x = 0; x < lengthPx; x++) sum += values[row + x] ?? 0;
    for (let x = 0; x < sidePx; x++) {
      drawn.values[row + x] = sum;
      sum += (values[row | ((x + lengthPx) & mask)] ?? 0) - (values[row + x] ?? 0);
    }
  }
  return drawn;
}

/** Blurring takes the contrast out of noise: back to a standard deviation of a quarter. */
function spread(tile: Tile): Tile {
  const { values } = tile;
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / values.length;
  const deviation = Math.sqrt(Math.max(1e-9, squares / values.length - mean * mean));
  for (let i = 0; i < values.length; i++) {
    values[i] = clamp(0.5 + ((values[i] ?? 0) - mean) / (4 * deviation));
  }
  return tile;
}
