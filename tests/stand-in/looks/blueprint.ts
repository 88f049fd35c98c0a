import { blur } from '../pixels/blur.ts';
import { flowOf } from '../pixels/flow.ts';
import { inkLines } from '../pixels/ink.ts';
import { cloudNoise } from '../pixels/noise.ts';
import { luminancePlane, paint } from '../pixels/picture.ts';
import { valueAt } from '../pixels/plane.ts';
import { between } from '../pixels/random.ts';
import { clamp, cornerRatio, hex, mixColours, scaleColour, smoothStep } from '../pixels/tone.ts';
import type { Look } from './look.ts';

const paper = hex('#1450b8');
const chalk = hex('#eef6ff');
const gridPx = 24;

/** 1 on a line of the squared paper, less on the four thin ones between two thick ones. */
function gridRatio(x: number, y: number): number {
  const line = (place: number) => {
    if (place % (gridPx * 5) < 1.5) return 1;
    return place % gridPx < 1 ? 0.45 : 0;
  };
  return Math.max(line(x), line(y));
}

function frameRatio(x: number, y: number, size: { width: number; height: number }): number {
  const rim = Math.min(x, y, size.width - 1 - x, size.height - 1 - y);
  return (rim >= 18 && rim < 21) || (rim >= 27 && rim < 28) ? 1 : 0;
}

export const blueprint: Look = (source, { random }) => {
  const light = luminancePlane(source);
  const lines = inkLines(light, flowOf(light, 3), { sigmaPx: 1.4, reach: 34, hardness: 2.2, lengthPx: 9 });
  const tones = blur(light, 3);
  const stains = cloudNoise(source, { cellPx: 300, octaves: 5, random });
  const chalkiness = cloudNoise(source, { cellPx: 3, octaves: 2, random });
  const hatchPx = between(random, 6, 8);
  return paint(source, (index, x, y) => {
    const faded = 0.72 + 0.5 * valueAt(stains, index) - 0.22 * cornerRatio(source, x, y) ** 2;
    const ground = scaleColour(paper, faded);
    const tone = valueAt(tones, index);
    const hatch =
      smoothStep(0.32, 0.5, Math.abs((((x + y) / hatchPx) % 1) - 0.5)) * smoothStep(0.5, 0.9, tone);
    const line = (1 - valueAt(lines, index)) * (0.78 + 0.4 * valueAt(chalkiness, index));
    const marks = Math.max(line, 0.24 * hatch, 0.85 * frameRatio(x, y, source));
    const drawn = Math.max(marks, 0.16 * gridRatio(x, y)) + 0.1 * tone;
    return mixColours(ground, chalk, clamp(drawn));
  });
};
