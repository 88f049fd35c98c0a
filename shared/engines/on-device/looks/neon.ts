import type { Look } from '#shared/engines/on-device/looks/look.ts';
import { throughCurve } from '#shared/engines/on-device/pixels/arithmetic.ts';
import { blur } from '#shared/engines/on-device/pixels/blur.ts';
import {
  contrast,
  hex,
  mix,
  mixInto,
  saturate,
  scale,
  screenInto,
  smoothStep,
} from '#shared/engines/on-device/pixels/colour.ts';
import { steepness } from '#shared/engines/on-device/pixels/edges.ts';
import { flatten } from '#shared/engines/on-device/pixels/flatten.ts';
import { exposed } from '#shared/engines/on-device/pixels/levels.ts';
import { luminancePlane, type Shade } from '#shared/engines/on-device/pixels/picture.ts';
import { at } from '#shared/engines/on-device/pixels/plane.ts';
import { between, pick } from '#shared/engines/on-device/pixels/random.ts';
import { lengthPx, squaredDistance } from '#shared/engines/on-device/pixels/vignette.ts';

/** Two signs across the street: one lights from the left, one from the right. */
const signs = [
  [hex('#ff2e9a'), hex('#19d8ff')],
  [hex('#c04bff'), hex('#12e8c8')],
  [hex('#ff4f4a'), hex('#3d8bff')],
] as const;
const night = hex('#080518');
const white = hex('#ffffff');

export const neon: Look = (source, { random }) => {
  const flat = flatten(exposed(source), lengthPx(source, 3));
  const light = luminancePlane(flat);
  const lines = throughCurve(blur(steepness(light), 0.8), (edge) => smoothStep(0.012, 0.075, edge));
  const near = blur(lines, lengthPx(source, 5));
  const far = blur(lines, lengthPx(source, 26));
  const soft = blur(light, lengthPx(source, 24));
  const [left, right] = pick(random, signs);
  const border = between(random, 0.4, 0.6);
  const shade: Shade = (colour, i, x, y) => {
    const side = x / source.widthPx - border + 0.5 * (at(soft, i) - at(light, i));
    const share = smoothStep(-0.28, 0.28, side);
    // New for each pixel: a browser takes it apart into numbers, which it cannot with one that is kept.
    const sign = {
      red: mix(left.red, right.red, share),
      green: mix(left.green, right.green, share),
      blue: mix(left.blue, right.blue, share),
    };
    const tone = contrast(at(light, i), 0.75);
    saturate(colour, 1.6);
    const cast = 1 - 0.42 * tone;
    colour.red = mix(colour.red, tone, 0.72) * mix(1, sign.red, cast);
    colour.green = mix(colour.green, tone, 0.72) * mix(1, sign.green, cast);
    colour.blue = mix(colour.blue, tone, 0.72) * mix(1, sign.blue, cast);
    scale(colour, 0.92 - 0.5 * squaredDistance(source, x, y));
    screenInto(colour, night, 1);
    screenInto(colour, sign, 0.42 * at(near, i) + 0.5 * at(far, i));
    mixInto(sign, white, 0.5);
    screenInto(colour, sign, 0.75 * at(lines, i));
  };
  return { ground: flat, shade };
};
