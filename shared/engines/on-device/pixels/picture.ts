import { createPlane, type Plane } from '#shared/engines/on-device/pixels/plane.ts';
import type { SizePx } from '#shared/images/fit.ts';
import type { Pixels } from '#shared/images/pixel-codec.ts';

/** Three planes of one size, sRGB values 0..1. */
export type Picture = SizePx & { red: Plane; green: Plane; blue: Plane };

/** One colour, changed in place: a million new ones would cost more than all else. */
export type Colour = { red: number; green: number; blue: number };

function createPicture({ widthPx, heightPx }: SizePx): Picture {
  const size = { widthPx, heightPx };
  return { ...size, red: createPlane(size), green: createPlane(size), blue: createPlane(size) };
}

export function mapChannels(
  { widthPx, heightPx, red, green, blue }: Picture,
  change: (plane: Plane) => Plane,
) {
  return { widthPx, heightPx, red: change(red), green: change(green), blue: change(blue) };
}

export function fromPixels(pixels: Pixels): Picture {
  const picture = createPicture(pixels);
  const { red, green, blue } = picture;
  const { data } = pixels;
  for (let i = 0, from = 0; from < data.length; i++, from += 4) {
    red.values[i] = (data[from] ?? 0) / 255;
    green.values[i] = (data[from + 1] ?? 0) / 255;
    blue.values[i] = (data[from + 2] ?? 0) / 255;
  }
  return picture;
}

/** A fragment shader: `shade` changes the pixel's colour as it is in `source`. */
export function paint(
  source: Picture,
  shade: (colour: Colour, index: number, x: number, y: number) => void,
): Picture {
  const painted = createPicture(source);
  const { widthPx, heightPx, red, green, blue } = source;
  const colour: Colour = { red: 0, green: 0, blue: 0 };
  let i = 0;
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, i++) {
      colour.red = red.values[i] ?? 0;
      colour.green = green.values[i] ?? 0;
      colour.blue = blue.values[i] ?? 0;
      shade(colour, i, x, y);
      painted.red.values[i] = colour.red;
      painted.green.values[i] = colour.green;
      painted.blue.values[i] = colour.blue;
    }
  }
  return painted;
}

/** `source` with `look` laid over it by `ratio` 0..1; transparency stays as it is. */
export function blend(source: Pixels, look: Picture, ratio: number): Pixels {
  const data = new Uint8ClampedArray(source.data);
  const { red, green, blue } = look;
  const kept = 1 - ratio;
  const laid = 255 * ratio;
  for (let i = 0, to = 0; to < data.length; i++, to += 4) {
    data[to] = (data[to] ?? 0) * kept + (red.values[i] ?? 0) * laid;
    data[to + 1] = (data[to + 1] ?? 0) * kept + (green.values[i] ?? 0) * laid;
    data[to + 2] = (data[to + 2] ?? 0) * kept + (blue.values[i] ?? 0) * laid;
  }
  return { data, widthPx: source.widthPx, heightPx: source.heightPx };
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
