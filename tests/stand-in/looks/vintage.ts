import { blur, blurPicture } from '../pixels/blur.ts';
import { stretchPicture } from '../pixels/levels.ts';
import { grain } from '../pixels/noise.ts';
import { colourAt, paint, type Rgb } from '../pixels/picture.ts';
import { valueAt } from '../pixels/plane.ts';
import { between, pick } from '../pixels/random.ts';
import {
  contrast,
  cornerRatio,
  hex,
  mix,
  mixColours,
  saturate,
  scaleColour,
  screen,
} from '../pixels/tone.ts';
import type { Look } from './look.ts';

const leaks = [hex('#ff5a1f'), hex('#ff2e4a'), hex('#ffb02e')] as const;

/** Old colour stock: blacks lifted to plum, whites to cream, greens gone to olive. */
function fade([red, green, blue]: Rgb): Rgb {
  return [
    mix(0.11, 0.98, contrast(red, 0.45)),
    mix(0.075, 0.93, contrast(green, 0.3)),
    mix(0.13, 0.78, contrast(blue, 0.12)),
  ];
}

export const vintage: Look = (source, { random }) => {
  const exposed = stretchPicture(source);
  const soft = blurPicture(exposed, 2.2);
  const specks = blur(grain(source.width, source.height, random), 0.8);
  const leak = pick(random, leaks);
  const fromLeft = random() < 0.5;
  const height = between(random, 0.2, 0.8);
  return paint(source, (index, x, y) => {
    const own = mixColours(colourAt(exposed, index), colourAt(soft, index), 0.45);
    const edge = (fromLeft ? x : source.width - x) / source.width;
    const burn = Math.exp(-edge * 7 - ((y / source.height - height) / 0.45) ** 2);
    const aged = screen(saturate(fade(own), 0.86), scaleColour(leak, 0.85 * burn));
    const dark = 1 - 0.4 * cornerRatio(source, x, y) ** 2.2;
    const speck = 0.05 * valueAt(specks, index);
    return [aged[0] * dark + speck, aged[1] * dark + speck, aged[2] * dark + speck];
  });
};
