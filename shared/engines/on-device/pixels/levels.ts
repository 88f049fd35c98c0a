import { throughCurve } from '#shared/engines/on-device/pixels/arithmetic.ts';
import { clamp } from '#shared/engines/on-device/pixels/colour.ts';
import { luminancePlane, mapChannels, type Picture } from '#shared/engines/on-device/pixels/picture.ts';
import type { Plane } from '#shared/engines/on-device/pixels/plane.ts';

const bins = 256;
const ignoredRatio = 0.005;

/** The tones below and above which only half a percent of the pixels lie. */
function rangeOf({ values }: Plane): { low: number; high: number } {
  const counts = new Uint32Array(bins);
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(value * bins)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const from = (order: number[]) => {
    let left = values.length * ignoredRatio;
    return (
      order.find((bin) => {
        left -= counts[bin] ?? 0;
        return left < 0;
      }) ?? 0
    );
  };
  const upwards = Array.from({ length: bins }, (_, bin) => bin);
  const low = from(upwards) / bins;
  const high = (from(upwards.toReversed()) + 1) / bins;
  return { low, high };
}

/** The curve that uses all tones from black to white, but steepens contrast no more than `mostGain` times. */
function curveFor(light: Plane, mostGain: number): (tone: number) => number {
  const { low, high } = rangeOf(light);
  const gain = Math.min(mostGain, 1 / Math.max(1e-3, high - low));
  const base = low * Math.min(1, (gain - 1) * 2);
  return (tone) => clamp((tone - base) * gain);
}

export function stretch(plane: Plane, mostGain = 1.8): Plane {
  return throughCurve(plane, curveFor(plane, mostGain));
}

/** All channels by the luminance's curve, so that colours keep their hue. */
export function stretchPicture(picture: Picture, mostGain = 1.8): Picture {
  const curve = curveFor(luminancePlane(picture), mostGain);
  return mapChannels(picture, (plane) => throughCurve(plane, curve));
}
