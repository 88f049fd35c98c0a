import { blur, blurPicture } from './blur.ts';
import { slopeOf, steepness } from './flow.ts';
import { colourAt, luminancePlane, mapChannels, type Picture, paint, resizePicture } from './picture.ts';
import { createPlane, mapPlane, type Plane, valueAt } from './plane.ts';
import { clamp, mixColours, smoothStep } from './tone.ts';

const directions = Array.from({ length: 8 }, (_, sector) => (sector * Math.PI) / 4);

function roughness(picture: Picture, sigmaPx: number): Plane {
  const light = luminancePlane(picture);
  const mean = blur(light, sigmaPx);
  const squares = mapPlane(light, (value) => value * value);
  return mapPlane(blur(squares, sigmaPx), (value, index) => Math.max(0, value - valueAt(mean, index) ** 2));
}

/** How much each pixel's own neighbourhood speaks for its neighbours: the calmer, the louder. */
function calmness(picture: Picture, sigmaPx: number): Plane {
  return mapPlane(roughness(picture, sigmaPx), (value) => 1e-9 + (1 / (1 + 4e3 * value)) ** 4);
}

type Shift = { x: number; y: number };

/** Adds, to every pixel of `sum`, the weighted value that lies `shift` away. */
function addShifted(sum: Plane, channel: Plane, weights: Plane, shift: Shift): void {
  const { width, height, values } = sum;
  const columns = Int32Array.from({ length: width }, (_, x) => clamp(x + shift.x, 0, width - 1));
  for (let y = 0, index = 0; y < height; y++) {
    const row = clamp(y + shift.y, 0, height - 1) * width;
    for (let x = 0; x < width; x++, index++) {
      const from = row + (columns[x] ?? 0);
      values[index] = (values[index] ?? 0) + (weights.values[from] ?? 0) * (channel.values[from] ?? 0);
    }
  }
}

/**
 * Generalised Kuwahara filter: each pixel takes the colour of its smoothest neighbourhood, so
 * surfaces become flat strokes while edges stay (Papari et al., "Artistic Edge and Corner
 * Enhancing Smoothing"). Blurred pictures read at eight offsets stand for the eight sectors.
 */
export function flatten(picture: Picture, radiusPx: number): Picture {
  const { width, height } = picture;
  const shifts = directions.map((angle) => ({
    x: Math.round(radiusPx * Math.cos(angle)),
    y: Math.round(radiusPx * Math.sin(angle)),
  }));
  const weights = calmness(picture, radiusPx / 2);
  const gather = (channel: Plane) => {
    const sum = createPlane(width, height);
    for (const shift of shifts) addShifted(sum, channel, weights, shift);
    return sum;
  };
  const totals = gather(mapPlane(weights, () => 1));
  return mapChannels(blurPicture(picture, radiusPx / 2), (channel) =>
    mapPlane(gather(channel), (value, index) => value / valueAt(totals, index)),
  );
}

/** The same for broad strokes, at half the size: nothing fine survives it anyway. */
function flattenBroadly(picture: Picture, radiusPx: number): Picture {
  const half = resizePicture(picture, Math.ceil(picture.width / 2), Math.ceil(picture.height / 2));
  return resizePicture(flatten(half, radiusPx / 2), picture.width, picture.height);
}

/** Where small things are, 0..1: a painter takes the fine brush there. */
function detailOf(picture: Picture): Plane {
  const edges = blur(steepness(slopeOf(luminancePlane(picture))), 9);
  return mapPlane(edges, (value) => smoothStep(0.012, 0.035, value));
}

/** Broad strokes on surfaces, fine ones where the detail is. */
export function brushwork(picture: Picture, broadPx: number, finePx: number): Picture {
  const broad = flattenBroadly(picture, broadPx);
  const fine = flatten(picture, finePx);
  const detail = detailOf(picture);
  return paint(picture, (index) =>
    mixColours(colourAt(broad, index), colourAt(fine, index), valueAt(detail, index)),
  );
}
