import { blur } from '../pixels/blur.ts';
import { flowOf } from '../pixels/flow.ts';
import { inkLines } from '../pixels/ink.ts';
import { stretch } from '../pixels/levels.ts';
import { cloudNoise } from '../pixels/noise.ts';
import { luminancePlane, paint } from '../pixels/picture.ts';
import { mapPlane, type Plane, valueAt } from '../pixels/plane.ts';
import { between, type Random } from '../pixels/random.ts';
import { strokes } from '../pixels/strokes.ts';
import { clamp, hex, mixColours, smoothStep } from '../pixels/tone.ts';
import type { Look } from './look.ts';

const paper = hex('#f6f2e8');
const graphite = hex('#26262b');

/** Strokes in one direction, 0..1, evenly spread between light and dark. */
function hatching(size: Plane, angle: number, random: Random): Plane {
  const drawn = strokes(size, { angle, lengthPx: 26, widthPx: 1.5, random });
  return mapPlane(drawn, (value) => clamp(0.5 + (value - 0.5) * 1.6));
}

export const pencilSketch: Look = (source, { random }) => {
  const light = stretch(luminancePlane(source));
  const lines = inkLines(light, flowOf(light, 3), { sigmaPx: 1.3, reach: 26, hardness: 1.5, lengthPx: 7 });
  const surroundings = blur(light, 14);
  const tones = blur(light, 1.6);
  const slant = between(random, -1.0, -0.7);
  const first = hatching(light, slant, random);
  const second = hatching(light, slant + 0.9, random);
  const tooth = cloudNoise(source, { cellPx: 3, octaves: 2, random });
  return paint(source, (index) => {
    const tone = clamp(valueAt(tones, index)) ** 0.8;
    const dodge = smoothStep(0.62, 1, valueAt(light, index) / (0.02 + valueAt(surroundings, index)));
    const shade = smoothStep(0.1, -0.35, tone - 0.2 - 0.75 * valueAt(first, index));
    const cross = smoothStep(0.1, -0.3, tone + 0.12 - 0.6 * valueAt(second, index));
    const line = (1 - valueAt(lines, index)) * 0.95;
    const laid = Math.max(line, 0.52 * shade + 0.38 * cross, 0.55 * (1 - dodge));
    const rubbed = clamp(laid * (1.1 - 0.45 * valueAt(tooth, index)));
    return mixColours(paper, graphite, rubbed);
  });
};
