import { brushwork } from '../pixels/abstraction.ts';
import { blurPicture } from '../pixels/blur.ts';
import { flowOf } from '../pixels/flow.ts';
import { inkLines } from '../pixels/ink.ts';
import { cloudNoise } from '../pixels/noise.ts';
import { colourAt, luminanceOf, luminancePlane, mapChannels, paint, type Rgb } from '../pixels/picture.ts';
import { mapPlane, valueAt } from '../pixels/plane.ts';
import { between } from '../pixels/random.ts';
import { stepLightness } from '../pixels/step-lightness.ts';
import {
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

const air = [hex('#4a56a8'), hex('#9aa6dc'), hex('#fff3e0'), hex('#fffdf4')] as const;
const line = hex('#3a2230');

/** Drawn film: lifted colours, blue shadows, soft brown lines, a bloom of light. */
function colourCel(colour: Rgb): Rgb {
  const lifted: Rgb = [
    0.05 + 0.95 * colour[0] ** 0.78,
    0.05 + 0.95 * colour[1] ** 0.78,
    0.09 + 0.91 * colour[2] ** 0.78,
  ];
  return multiply(saturate(lifted, 1.65), gradient(air, luminanceOf(lifted) * 1.1));
}

export const anime: Look = (source, { random }) => {
  const flat = brushwork(source, 8, 3);
  const cel = stepLightness(flat, luminancePlane(flat), 7);
  const bloom = blurPicture(
    mapChannels(cel, (plane) => mapPlane(plane, (value) => smoothStep(0.5, 1, value) * value)),
    18,
  );
  const drawn = luminancePlane(source);
  const lines = inkLines(drawn, flowOf(drawn, 3), { sigmaPx: 1.3, reach: 22, hardness: 2, lengthPx: 8 });
  const clouds = cloudNoise(source, { cellPx: 240, octaves: 3, random });
  const warmth = between(random, -0.05, 0.05);
  return paint(source, (index) => {
    const tint = 0.16 * (valueAt(clouds, index) - 0.5) + warmth;
    const base = colourCel(colourAt(cel, index));
    const washed: Rgb = [base[0] * (1 + tint), base[1], base[2] * (1 - tint)];
    const inked = mixColours(multiply(washed, line), washed, 0.12 + 0.88 * valueAt(lines, index));
    return screen(inked, scaleColour(colourAt(bloom, index), 0.32));
  });
};
