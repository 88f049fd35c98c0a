import { blur, blurPicture } from '../pixels/blur.ts';
import { meanOf, stretchPicture } from '../pixels/levels.ts';
import { cloudNoise } from '../pixels/noise.ts';
import { colourAt, luminanceOf, luminancePlane, paint, type Rgb } from '../pixels/picture.ts';
import { mapPlane, valueAt } from '../pixels/plane.ts';
import { between } from '../pixels/random.ts';
import {
  clamp,
  contrastColour,
  cornerRatio,
  gradient,
  hex,
  mixColours,
  multiply,
  saturate,
  scaleColour,
  screen,
  smoothStep,
} from '../pixels/tone.ts';
import type { Look } from './look.ts';

/** Shadows keep the blue of the sky behind us, lights take the sun's colour. */
const split = [hex('#120f33'), hex('#5a2a55'), hex('#d9733a'), hex('#ffc773'), hex('#fff1cf')] as const;
const sunlight = hex('#ff8f30');
const filter = hex('#ffdcae');

function grade(colour: Rgb): Rgb {
  const warm = saturate(multiply(colour, filter), 1.35);
  return contrastColour(mixColours(warm, gradient(split, luminanceOf(colour)), 0.3), 0.35);
}

export const goldenHour: Look = (source, { random }) => {
  const exposed = stretchPicture(source);
  const light = luminancePlane(exposed);
  const daylight = clamp(0.25 + 1.6 * meanOf(light));
  const bloom = blur(
    mapPlane(light, (value) => smoothStep(0.55, 1, value)),
    20,
  );
  const soft = blurPicture(exposed, 8);
  const dust = cloudNoise(source, { cellPx: 260, octaves: 4, random });
  const sun = { x: between(random, 0.78, 0.98), y: between(random, -0.1, 0.02) };
  const aspect = source.width / source.height;
  return paint(source, (index, x, y) => {
    const own = mixColours(colourAt(exposed, index), colourAt(soft, index), 0.15);
    const far = Math.hypot((x / source.width - sun.x) * aspect, y / source.height - sun.y);
    const veil = 0.62 * daylight * Math.exp(-far * 2.6) * (0.7 + 0.6 * valueAt(dust, index));
    const disc = 0.75 * daylight ** 2 * Math.exp(-far * far * 16);
    const haze = scaleColour(sunlight, Math.min(0.95, veil + 0.14 * valueAt(bloom, index)));
    const lit = screen(screen(grade(own), haze), scaleColour(hex('#ffe2a6'), disc));
    return scaleColour(lit, 1.02 - 0.3 * cornerRatio(source, x, y) ** 3);
  });
};
