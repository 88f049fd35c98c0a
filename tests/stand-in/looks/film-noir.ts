import { blur } from '../pixels/blur.ts';
import { stretch } from '../pixels/levels.ts';
import { cloudNoise, grain } from '../pixels/noise.ts';
import { colourAt, type Picture, paint } from '../pixels/picture.ts';
import { mapPlane, type Plane, valueAt } from '../pixels/plane.ts';
import { between } from '../pixels/random.ts';
import { clamp, contrast, cornerRatio, gradient, hex, smoothStep } from '../pixels/tone.ts';
import type { Look } from './look.ts';

const silver = [hex('#07070a'), hex('#3a3a3e'), hex('#97958f'), hex('#f7f3ea')] as const;

/** Panchromatic film behind an orange filter: skin glows, skies go dark. */
function throughFilter(picture: Picture): Plane {
  return mapPlane(picture.red, (_, index) => {
    const [red, green, blue] = colourAt(picture, index);
    return 0.5 * red + 0.38 * green + 0.12 * blue;
  });
}

export const filmNoir: Look = (source, { random }) => {
  const exposed = stretch(throughFilter(source));
  const halo = blur(
    mapPlane(exposed, (value) => smoothStep(0.55, 1, value)),
    22,
  );
  const local = blur(exposed, 40);
  const silverGrain = blur(grain(source.width, source.height, random), 0.7);
  const smoke = cloudNoise(source, { cellPx: 320, octaves: 4, random });
  const lamp = { x: between(random, 0.35, 0.65), y: between(random, 0.3, 0.5) };
  return paint(source, (index, x, y) => {
    const crisp = valueAt(exposed, index) + 0.35 * (valueAt(exposed, index) - valueAt(local, index));
    const pool = Math.hypot(x / source.width - lamp.x, y / source.height - lamp.y);
    const lit = contrast(crisp, 0.85) * (1.12 - 0.75 * smoothStep(0.15, 0.75, pool));
    const glow = 0.3 * valueAt(halo, index) + 0.05 * valueAt(smoke, index);
    const dark = 1 - 0.5 * cornerRatio(source, x, y) ** 2.5;
    const tone = clamp(1 - (1 - clamp(lit)) * (1 - glow)) * dark;
    const speck = 0.085 * valueAt(silverGrain, index) * (1 - 0.5 * Math.abs(2 * tone - 1));
    return gradient(silver, tone + speck);
  });
};
