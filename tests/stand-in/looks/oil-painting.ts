import { brushwork } from '../pixels/abstraction.ts';
import { blur } from '../pixels/blur.ts';
import { flowOf } from '../pixels/flow.ts';
import { cloudNoise, relief, whiteNoise } from '../pixels/noise.ts';
import { colourAt, luminancePlane, mapChannels, paint } from '../pixels/picture.ts';
import { mapPlane, valueAt } from '../pixels/plane.ts';
import { smearAlong } from '../pixels/smear.ts';
import { contrastColour, saturate, scaleColour } from '../pixels/tone.ts';
import type { Look } from './look.ts';

export const oilPainting: Look = (source, { random }) => {
  const flat = brushwork(source, 7, 2.5);
  const light = luminancePlane(flat);
  const flow = flowOf(blur(light, 2), 7);
  const dabbed = mapChannels(flat, (plane) => smearAlong(plane, flow, 4));
  const bristles = smearAlong(whiteNoise(source.width, source.height, random), flow, 11);
  const body = blur(luminancePlane(dabbed), 1);
  const height = mapPlane(bristles, (value, index) => 5.2 * (value - 0.5) + 1.4 * valueAt(body, index));
  const pigments = cloudNoise(source, { cellPx: 60, octaves: 3, random });
  return paint(source, (index, x, y) => {
    const warmth = 0.1 * (valueAt(pigments, index) - 0.5);
    const [red, green, blue] = contrastColour(saturate(colourAt(dabbed, index), 1.42), 0.3);
    const streak = 1 + 0.5 * (valueAt(bristles, index) - 0.5);
    const shine = 1 + 0.34 * relief(height, index, x, y);
    return scaleColour([red + warmth + 0.015, green + 0.3 * warmth, blue - warmth - 0.01], streak * shine);
  });
};
