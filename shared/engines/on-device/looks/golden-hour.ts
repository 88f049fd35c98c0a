import type { Look } from '#shared/engines/on-device/looks/look.ts';
import { meanOf, throughCurve } from '#shared/engines/on-device/pixels/arithmetic.ts';
import { blur } from '#shared/engines/on-device/pixels/blur.ts';
import { clouds } from '#shared/engines/on-device/pixels/clouds.ts';
import {
  contrastInto,
  hex,
  luminanceOf,
  mixInto,
  multiplyInto,
  saturate,
  scale,
  screenInto,
  smoothStep,
} from '#shared/engines/on-device/pixels/colour.ts';
import { createGradient } from '#shared/engines/on-device/pixels/gradient.ts';
import { exposed } from '#shared/engines/on-device/pixels/levels.ts';
import { luminancePlane, type Shade } from '#shared/engines/on-device/pixels/picture.ts';
import { at, fillPlane } from '#shared/engines/on-device/pixels/plane.ts';
import { between, type Random } from '#shared/engines/on-device/pixels/random.ts';
import { resize } from '#shared/engines/on-device/pixels/resize.ts';
import { lengthPx, squaredDistance } from '#shared/engines/on-device/pixels/vignette.ts';
import type { SizePx } from '#shared/images/fit.ts';

/** Shadows keep the blue of the sky behind us, lights take the sun's colour. */
const split = createGradient([
  hex('#120f33'),
  hex('#5a2a55'),
  hex('#d9733a'),
  hex('#ffc773'),
  hex('#fff1cf'),
]);
const filter = hex('#ffdcae');
const sunlight = hex('#ff8f30');
const glare = hex('#ffe2a6');

/** The sun just outside the upper right: its veil over the picture, and its disc. Soft, so drawn small. */
function sunOver(source: SizePx, random: Random) {
  const sun = { x: between(random, 0.78, 0.98), y: between(random, -0.08, 0.04) };
  const small = { widthPx: 96, heightPx: Math.max(1, Math.round((96 * source.heightPx) / source.widthPx)) };
  const squaredWay = (x: number, y: number) => {
    const across = x / small.widthPx - sun.x;
    const down = (y / small.heightPx - sun.y) * (source.heightPx / source.widthPx);
    return 2 * (across * across + down * down);
  };
  const veil = fillPlane(small, (x, y) => Math.exp(-2 * Math.sqrt(squaredWay(x, y))));
  const disc = fillPlane(small, (x, y) => Math.exp(-16 * squaredWay(x, y)));
  return { veil: resize(veil, source), disc: resize(disc, source) };
}

export const goldenHour: Look = (source, { random }) => {
  const ground = exposed(source);
  const light = luminancePlane(ground);
  const lights = throughCurve(light, (value) => smoothStep(0.5, 1, value));
  const bloom = blur(lights, lengthPx(source, 20));
  const dust = clouds(source, { cellPx: lengthPx(source, 260), octaves: 4, random });
  const sun = sunOver(source, random);
  // A picture of the night has no sun to stand in.
  const daylight = smoothStep(0.02, 0.35, meanOf(light));
  const shade: Shade = (colour, i, x, y) => {
    const tone = luminanceOf(colour);
    multiplyInto(colour, filter);
    saturate(colour, 1.3);
    mixInto(colour, split(tone), 0.34);
    contrastInto(colour, 0.3);
    const veil = 0.75 * daylight * at(sun.veil, i) * (0.7 + 0.6 * at(dust, i));
    screenInto(colour, sunlight, veil + 0.22 * at(bloom, i));
    screenInto(colour, glare, 0.75 * daylight * at(sun.disc, i));
    const out = squaredDistance(source, x, y);
    scale(colour, 1.02 - 0.34 * out * Math.sqrt(out));
  };
  return { ground, shade };
};
