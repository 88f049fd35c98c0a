import { clamp } from '#shared/engines/on-device/pixels/colour.ts';
import type { Picture } from '#shared/engines/on-device/pixels/picture.ts';
import { createPlane, type Plane } from '#shared/engines/on-device/pixels/plane.ts';
import type { Pixels } from '#shared/images/pixel-codec.ts';

const levels = 256;
const ignoredRatio = 0.005;

/** Rec. 709 weights on the encoded values, as photographers' tools do it. */
const weights = { red: 0.2126, green: 0.7152, blue: 0.0722 } as const;

/** How a tone is changed: `(tone - base) * gain`, within 0..1. */
type Exposure = { base: number; gain: number };

/** Luminance, using all tones from black to white; contrast grows no more than `mostGain` times. */
export function exposedLight(pixels: Pixels, mostGain = 1.8): Plane {
  const { base, gain } = exposureOf(pixels, mostGain);
  const light = createPlane(pixels);
  const { values } = light;
  const { data } = pixels;
  const red = (weights.red * gain) / 255;
  const green = (weights.green * gain) / 255;
  const blue = (weights.blue * gain) / 255;
  const offset = base * gain;
  for (let i = 0, from = 0; i < values.length; i++, from += 4) {
    const tone =
      red * (data[from] ?? 0) + green * (data[from + 1] ?? 0) + blue * (data[from + 2] ?? 0) - offset;
    values[i] = tone < 0 ? 0 : Math.min(tone, 1);
  }
  return light;
}

type Tone = (tone: number) => number;
type Tones = { red: Tone; green: Tone; blue: Tone };
const asTheyAre: Tones = { red: (tone) => tone, green: (tone) => tone, blue: (tone) => tone };

/**
 * All channels by the luminance's exposure, so that colours keep their hue; then each through a curve
 * of its own. There are only 256 values of each, so all of it is a table.
 */
export function exposed(pixels: Pixels, tones = asTheyAre, mostGain = 1.8): Picture {
  const { base, gain } = exposureOf(pixels, mostGain);
  const tableOf = (curve: Tone) =>
    Float32Array.from({ length: levels }, (_, level) => curve(clamp((level / 255 - base) * gain)));
  const channel = (offset: number, curve: Tone) => {
    const plane = createPlane(pixels);
    readInto(plane.values, pixels.data, offset, tableOf(curve));
    return plane;
  };
  const { widthPx, heightPx } = pixels;
  const [red, green, blue] = [channel(0, tones.red), channel(1, tones.green), channel(2, tones.blue)];
  return { widthPx, heightPx, red, green, blue };
}

function readInto(values: Float32Array, data: Pixels['data'], offset: number, table: Float32Array): void {
  for (let i = 0, from = offset; i < values.length; i++, from += 4) {
    values[i] = table[data[from] ?? 0] ?? 0;
  }
}

/** Enough to know a picture's tones by; a prime step meets every column. */
const samples = 1 << 16;
const stepPx = 7;

function exposureOf({ data }: Pixels, mostGain: number): Exposure {
  const counts = new Uint32Array(levels);
  const step = data.length / 4 > samples * stepPx ? 4 * stepPx : 4;
  for (let from = 0; from < data.length; from += step) {
    const tone =
      weights.red * (data[from] ?? 0) +
      weights.green * (data[from + 1] ?? 0) +
      weights.blue * (data[from + 2] ?? 0);
    const level = tone | 0;
    counts[level] = (counts[level] ?? 0) + 1;
  }
  const low = ends(counts) / levels;
  const high = 1 - ends(counts.toReversed()) / levels;
  const gain = Math.min(mostGain, 1 / Math.max(1e-3, high - low));
  return { base: low * Math.min(1, (gain - 1) * 2), gain };
}

/** The first level below which no more than half a percent of the pixels lie. */
function ends(counts: Uint32Array): number {
  let left = counts.reduce((sum, count) => sum + count, 0) * ignoredRatio;
  return Math.max(
    0,
    counts.findIndex((count) => {
      left -= count;
      return left < 0;
    }),
  );
}
