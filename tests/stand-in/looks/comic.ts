import { brushwork } from '../pixels/abstraction.ts';
import { flowOf } from '../pixels/flow.ts';
import { dotRatio } from '../pixels/halftone.ts';
import { inkLines } from '../pixels/ink.ts';
import { colourAt, luminancePlane, paint } from '../pixels/picture.ts';
import { valueAt } from '../pixels/plane.ts';
import { between } from '../pixels/random.ts';
import { stepLightness } from '../pixels/step-lightness.ts';
import { contrastColour, hex, mixColours, multiply, saturate, smoothStep } from '../pixels/tone.ts';
import type { Look } from './look.ts';

const ink = hex('#120f1a');
const shadow = hex('#7d78b8');
const paper = hex('#fff7e6');

/** Printed comic: flat saturated colours, dots in the shadows, brush-drawn outlines. */
export const comic: Look = (source, { random }) => {
  const flat = brushwork(source, 6, 3);
  const light = luminancePlane(flat);
  const stepped = stepLightness(flat, light, 6);
  const drawn = luminancePlane(source);
  const lines = inkLines(drawn, flowOf(drawn, 3), { sigmaPx: 1.8, reach: 24, hardness: 3, lengthPx: 8 });
  const screenAngle = between(random, 0.4, 0.9);
  const pitchPx = between(random, 6.5, 8.5);
  return paint(source, (index, x, y) => {
    const tone = valueAt(light, index);
    const colour = multiply(contrastColour(saturate(colourAt(stepped, index), 1.6), 0.35), paper);
    const size = 0.85 * smoothStep(0.62, 0.12, tone);
    const dot = smoothStep(-0.12, 0.12, size - dotRatio(x, y, pitchPx, screenAngle));
    const printed = mixColours(colour, multiply(colour, shadow), dot);
    return mixColours(ink, printed, valueAt(lines, index));
  });
};
