import { brushwork } from '../pixels/abstraction.ts';
import { blur } from '../pixels/blur.ts';
import { flowOf } from '../pixels/flow.ts';
import { dotRatio } from '../pixels/halftone.ts';
import { inkLines } from '../pixels/ink.ts';
import { stretch } from '../pixels/levels.ts';
import { luminancePlane, paint, type Rgb } from '../pixels/picture.ts';
import { mapPlane, type Plane, valueAt } from '../pixels/plane.ts';
import { between, pick } from '../pixels/random.ts';
import { clamp, hex, mixColours, smoothStep } from '../pixels/tone.ts';
import type { Look } from './look.ts';

/** Screen prints: darkest to lightest ink, then the paper. */
const palettes = [
  [hex('#1b1464'), hex('#e5175c'), hex('#ff8a1f'), hex('#ffe14d'), hex('#fff8e7')],
  [hex('#2a0a4a'), hex('#0f7fd6'), hex('#ff4f9a'), hex('#ffd23f'), hex('#f7fbff')],
  [hex('#07304a'), hex('#d6186f'), hex('#19b5a5'), hex('#ffd84d'), hex('#fff5ec')],
] as const;

/** Tones spread over all inks, with the local contrast a print needs. */
function printTones(light: Plane): Plane {
  const local = blur(light, 50);
  return mapPlane(stretch(light), (value, index) =>
    clamp(value + 0.25 * (valueAt(light, index) - valueAt(local, index))),
  );
}

export const popArt: Look = (source, { random }) => {
  const flat = brushwork(source, 6, 3);
  const tones = printTones(luminancePlane(flat));
  const drawn = luminancePlane(source);
  const lines = inkLines(drawn, flowOf(drawn, 3), { sigmaPx: 2, reach: 22, hardness: 3, lengthPx: 8 });
  const inks: readonly Rgb[] = pick(random, palettes);
  const pitchPx = between(random, 9, 12);
  return paint(source, (index, x, y) => {
    const place = valueAt(tones, index) * (inks.length - 1) * 0.999;
    const step = Math.floor(place);
    const dark = inks[step] ?? [0, 0, 0];
    const pale = inks[step + 1] ?? dark;
    // Dots of the paler ink grow over the darker one until they close up.
    const size = 1.5 * smoothStep(0.15, 0.85, place - step) - 0.02;
    const dot = smoothStep(-0.1, 0.1, size - dotRatio(x, y, pitchPx, 0.4 + 0.26 * step));
    return mixColours(hex('#160d2e'), mixColours(dark, pale, dot), 0.12 + 0.88 * valueAt(lines, index));
  });
};
