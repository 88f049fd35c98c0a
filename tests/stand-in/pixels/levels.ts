import { luminancePlane, mapChannels, type Picture } from './picture.ts';
import { mapPlane, type Plane } from './plane.ts';

/** The values below which 1 % and 99 % of the pixels lie. */
function endsOf(plane: Plane): { low: number; high: number } {
  const counts = new Uint32Array(256);
  for (const value of plane.values) {
    const bin = Math.min(255, Math.max(0, Math.round(value * 255)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const reach = (share: number) => {
    let sum = 0;
    return counts.findIndex((count) => {
      sum += count;
      return sum >= share * plane.values.length;
    });
  };
  return { low: reach(0.01) / 255, high: reach(0.99) / 255 };
}

/** Auto levels: the plane's own darkest and lightest become black and white, at most doubling contrast. */
export function stretch(plane: Plane): Plane {
  const { low, high } = endsOf(plane);
  const factor = 1 / Math.max(0.5, high - low);
  return mapPlane(plane, (value) => (value - low) * factor);
}

/** The same for a picture, all channels alike so that no hue moves. */
export function stretchPicture(picture: Picture): Picture {
  const { low, high } = endsOf(luminancePlane(picture));
  const factor = 1 / Math.max(0.5, high - low);
  return mapChannels(picture, (plane) => mapPlane(plane, (value) => (value - low) * factor));
}

export function meanOf(plane: Plane): number {
  return plane.values.reduce((sum, value) => sum + value, 0) / plane.values.length;
}
