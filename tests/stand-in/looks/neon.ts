import { flatten } from '../pixels/abstraction.ts';
import { blur } from '../pixels/blur.ts';
import { flowOf, slopeOf, steepness } from '../pixels/flow.ts';
import { stretchPicture } from '../pixels/levels.ts';
import { colourAt, luminancePlane, paint } from '../pixels/picture.ts';
import { mapPlane, type Plane, valueAt } from '../pixels/plane.ts';
import { between, pick } from '../pixels/random.ts';
import { smearAlong } from '../pixels/smear.ts';
import {
  clamp,
  contrast,
  cornerRatio,
  hex,
  mixColours,
  multiply,
  saturate,
  scaleColour,
  screen,
  smoothStep,
} from '../pixels/tone.ts';
import type { Look } from './look.ts';

/** Two signs across the street: one lights from the left, one from the right. */
const signs = [
  [hex('#ff2e9a'), hex('#19d8ff')],
  [hex('#b14bff'), hex('#12e8c8')],
  [hex('#ff5a36'), hex('#3d7bff')],
] as const;
const night = hex('#0a0620');

function outlines(light: Plane): Plane {
  const edges = smearAlong(blur(steepness(slopeOf(light)), 1), flowOf(light, 3), 5);
  return mapPlane(edges, (value) => smoothStep(0.025, 0.1, value));
}

export const neon: Look = (source, { random }) => {
  const flat = stretchPicture(flatten(source, 3));
  const light = luminancePlane(flat);
  const lines = outlines(light);
  const near = blur(lines, 6);
  const far = blur(
    mapPlane(lines, (line, index) => line * (0.4 + valueAt(light, index))),
    30,
  );
  const facing = slopeOf(blur(light, 12)).x;
  const [left, right] = pick(random, signs);
  const border = between(random, 0.4, 0.6);
  return paint(source, (index, x, y) => {
    const side = x / source.width - border - 14 * valueAt(facing, index);
    const sign = mixColours(left, right, smoothStep(-0.24, 0.24, side));
    const tone = 1.1 * contrast(valueAt(light, index), 0.65) ** 1.05;
    const own = saturate(colourAt(flat, index), 1.5);
    const lit = multiply(
      mixColours([tone, tone, tone], own, 0.25),
      mixColours(sign, [1, 1, 1], 0.34 * tone * tone),
    );
    const base = screen(
      scaleColour(night, 1),
      scaleColour(lit, 1.08 - 0.55 * cornerRatio(source, x, y) ** 2),
    );
    const glow = clamp(0.45 * valueAt(near, index) + 0.5 * valueAt(far, index));
    const tube = scaleColour(mixColours(sign, [1, 1, 1], 0.45), 0.8 * valueAt(lines, index));
    return screen(screen(base, scaleColour(sign, glow)), tube);
  });
};
