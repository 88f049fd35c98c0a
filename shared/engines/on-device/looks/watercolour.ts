import type { Look } from '#shared/engines/on-device/looks/look.ts';
import { throughCurve } from '#shared/engines/on-device/pixels/arithmetic.ts';
import { boxMean } from '#shared/engines/on-device/pixels/blur.ts';
import { clouds } from '#shared/engines/on-device/pixels/clouds.ts';
import {
  contrast,
  hex,
  mixInto,
  multiplyInto,
  saturate,
  scale,
  smoothStep,
} from '#shared/engines/on-device/pixels/colour.ts';
import { steepness } from '#shared/engines/on-device/pixels/edges.ts';
import { flatten } from '#shared/engines/on-device/pixels/flatten.ts';
import { exposed } from '#shared/engines/on-device/pixels/levels.ts';
import {
  type Colour,
  luminancePlane,
  mapChannels,
  type Shade,
} from '#shared/engines/on-device/pixels/picture.ts';
import { at } from '#shared/engines/on-device/pixels/plane.ts';
import { createTile, tileAt } from '#shared/engines/on-device/pixels/tile.ts';
import { lengthPx } from '#shared/engines/on-device/pixels/vignette.ts';

const paper = hex('#fcf9f2');

/** Washes are light: no black, and mid-tones that shine. */
function dilute(value: number): number {
  return contrast(0.12 + 0.88 * value ** 0.72, 0.25);
}

/** More pigment makes a colour denser, less lets the paper through (Bousseau et al. 2006). */
function withPigment(colour: Colour, density: number): void {
  colour.red -= (colour.red - colour.red * colour.red) * (density - 1);
  colour.green -= (colour.green - colour.green * colour.green) * (density - 1);
  colour.blue -= (colour.blue - colour.blue * colour.blue) * (density - 1);
}

export const watercolour: Look = (source, { random }) => {
  const flat = flatten(exposed(source), lengthPx(source, 4.5));
  const rims = boxMean(steepness(luminancePlane(flat)), 1);
  const pools = clouds(source, { cellPx: lengthPx(source, 160), octaves: 4, random });
  const grain = createTile(random, { blurPx: 1 });
  const reach = Math.min(source.widthPx, source.heightPx);
  const washes = mapChannels(flat, (plane) => throughCurve(plane, dilute, plane));
  const shade: Shade = (colour, i, x, y) => {
    const rim = Math.min(x, y, source.widthPx - 1 - x, source.heightPx - 1 - y) / reach;
    const inside = rim - 0.006 - 0.05 * at(pools, i);
    const dried = inside < 0.025 ? smoothStep(0.02, 0, Math.abs(inside - 0.004)) * 0.6 : 0;
    const grainHere = tileAt(grain, x, y);
    const pigment = 1.3 * (at(pools, i) - 0.5) + 0.5 * (grainHere - 0.5);
    saturate(colour, 1.45);
    withPigment(colour, 1 + pigment + Math.min(1.1, 10 * at(rims, i)) + dried);
    multiplyInto(colour, paper);
    if (inside < 0.006) mixInto(colour, paper, smoothStep(0.006, -0.004, inside));
    scale(colour, 1 + 0.09 * (grainHere - tileAt(grain, x - 1, y - 1)));
  };
  return { ground: washes, shade };
};
