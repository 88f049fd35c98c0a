import { divideBy } from '#shared/engines/on-device/pixels/arithmetic.ts';
import { boxMean } from '#shared/engines/on-device/pixels/blur.ts';
import { luminancePlane, mapChannels, type Picture } from '#shared/engines/on-device/pixels/picture.ts';
import type { Plane } from '#shared/engines/on-device/pixels/plane.ts';

/** Variance that counts as flat, of luminance 0..1. */
const calm = 0.0004;

/**
 * Wipes detail away and leaves the edges between areas, as a brush does. A Kuwahara filter whose
 * window is not chosen but weighed: each pixel becomes the mean of those around it, the ones in flat
 * surroundings counting most (after Kuwahara et al. 1976; weights as in Papari et al. 2007). Boxes
 * alone, so its cost does not depend on the radius.
 */
export function flatten(picture: Picture, radiusPx: number): Picture {
  const weigh = weigher(luminancePlane(picture), radiusPx);
  return mapChannels(picture, weigh);
}

/** The same for one channel, at half the cost. */
export function flattenPlane(plane: Plane, radiusPx: number): Plane {
  return weigher(plane, radiusPx)(plane);
}

function weigher(light: Plane, radiusPx: number): (plane: Plane) => Plane {
  const radius = Math.max(1, radiusPx);
  const weights = flatness(light, radius);
  const total = boxMean(weights, radius);
  return (plane) => divideBy(boxMean(plane, radius, weights), total);
}

function flatness(light: Plane, radius: number): Plane {
  const means = boxMean(light, radius).values;
  const weights = boxMean(light, radius, light);
  const { values } = weights;
  for (let i = 0; i < values.length; i++) {
    const mean = means[i] ?? 0;
    const steady = calm / (calm + Math.max(0, (values[i] ?? 0) - mean * mean));
    // The third power is what tells one side of an edge from the other; a rest keeps the sum above 0.
    values[i] = steady * steady * steady + 1e-7;
  }
  return weights;
}
