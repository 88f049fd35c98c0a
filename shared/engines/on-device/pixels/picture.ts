import { createPlane, type Plane } from '#shared/engines/on-device/pixels/plane.ts';
import type { SizePx } from '#shared/images/fit.ts';
import type { Pixels } from '#shared/images/pixel-codec.ts';

/** Three planes of one size, sRGB values 0..1. */
export type Picture = SizePx & { red: Plane; green: Plane; blue: Plane };

/** One colour, changed in place: a million new ones would cost more than all else. */
export type Colour = { red: number; green: number; blue: number };

/** Changes a pixel's colour from what it is in the ground. */
export type Shade = (colour: Colour, index: number, x: number, y: number) => void;

/** A picture not yet painted. `ground` is `null` where the shade makes its colours out of nothing. */
export type Painting = { ground: Picture | null; shade: Shade };

export function mapChannels(
  { widthPx, heightPx, red, green, blue }: Picture,
  change: (plane: Plane) => Plane,
) {
  return { widthPx, heightPx, red: change(red), green: change(green), blue: change(blue) };
}

/**
 * `source` with a painting laid over it by `ratio` 0..1; transparency stays as it is. Shading and
 * laying over are one loop: a plane less to write and read is worth more than any arithmetic. A step a row.
 */
export function* paintOver(source: Pixels, painting: Painting, ratio: number): Generator<void, Pixels> {
  const { widthPx, heightPx } = source;
  const data = new Uint8ClampedArray(source.data);
  for (let y = 0; y < heightPx; y++) {
    paintRow(data.subarray(4 * y * widthPx, 4 * (y + 1) * widthPx), painting, { y, ratio });
    yield;
  }
  return { data, widthPx, heightPx };
}

type Row = { y: number; ratio: number };

/** A function of its own: a loop within a loop is left half-optimised by browsers, at three times the cost. */
function paintRow(row: Uint8ClampedArray, { ground, shade }: Painting, { y, ratio }: Row): void {
  const widthPx = row.length / 4;
  const kept = 1 - ratio;
  const laid = 255 * ratio;
  const colour: Colour = { red: 0, green: 0, blue: 0 };
  for (let x = 0, i = y * widthPx, to = 0; x < widthPx; x++, i++, to += 4) {
    if (ground) pickUp(colour, ground, i);
    shade(colour, i, x, y);
    row[to] = (row[to] ?? 0) * kept + colour.red * laid;
    row[to + 1] = (row[to + 1] ?? 0) * kept + colour.green * laid;
    row[to + 2] = (row[to + 2] ?? 0) * kept + colour.blue * laid;
  }
}

function pickUp(colour: Colour, { red, green, blue }: Picture, i: number): void {
  colour.red = red.values[i] ?? 0;
  colour.green = green.values[i] ?? 0;
  colour.blue = blue.values[i] ?? 0;
}

/** Rec. 709 weights on the encoded values, as photographers' tools do it. */
export function luminancePlane({ widthPx, heightPx, red, green, blue }: Picture): Plane {
  const light = createPlane({ widthPx, heightPx });
  for (let i = 0; i < light.values.length; i++) {
    light.values[i] =
      0.2126 * (red.values[i] ?? 0) + 0.7152 * (green.values[i] ?? 0) + 0.0722 * (blue.values[i] ?? 0);
  }
  return light;
}
