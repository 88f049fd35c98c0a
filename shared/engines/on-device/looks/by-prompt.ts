import type { Look } from '#shared/engines/on-device/looks/look.ts';
import { blur } from '#shared/engines/on-device/pixels/blur.ts';
import {
  contrastInto,
  hsl,
  luminanceOf,
  mixInto,
  saturate,
  scale,
  screenInto,
} from '#shared/engines/on-device/pixels/colour.ts';
import { flatten } from '#shared/engines/on-device/pixels/flatten.ts';
import { createGradient } from '#shared/engines/on-device/pixels/gradient.ts';
import { exposed } from '#shared/engines/on-device/pixels/levels.ts';
import { luminancePlane, type Shade } from '#shared/engines/on-device/pixels/picture.ts';
import { at } from '#shared/engines/on-device/pixels/plane.ts';
import { between, createRandom, hashText, pick } from '#shared/engines/on-device/pixels/random.ts';
import { createTile, tileAt } from '#shared/engines/on-device/pixels/tile.ts';
import { lengthPx, squaredDistance } from '#shared/engines/on-device/pixels/vignette.ts';

/** Hues, in turns, that skin can be lit by: amber, peach, rose, violet, sky. */
const flattering = [0.11, 0.06, 0.95, 0.78, 0.55] as const;

/** A grade of the prompt's own: its words pick two hues and how they are used, the seed the grain. */
function gradeOf(prompt: string) {
  const dice = createRandom(hashText(prompt.trim().toLowerCase()));
  const shadow = dice();
  const light = pick(dice, flattering) + between(dice, -0.03, 0.03);
  return {
    tones: createGradient([
      hsl(shadow, 0.6, 0.06),
      hsl(shadow, 0.5, 0.27),
      hsl(light, 0.42, 0.56),
      hsl(light, 0.6, 0.82),
      hsl(light, 0.5, 0.97),
    ]),
    glow: hsl(light, 0.8, 0.6),
    cast: between(dice, 0.35, 0.6),
    colourful: between(dice, 1, 1.5),
    hardness: between(dice, 0.2, 0.6),
    brush: between(dice, 0, 4),
  };
}

export const byPrompt: Look = (source, { random, prompt }) => {
  const grade = gradeOf(prompt);
  const ground = exposed(source);
  const drawn = grade.brush > 2 ? flatten(ground, lengthPx(source, grade.brush)) : ground;
  const bloom = blur(luminancePlane(drawn), lengthPx(source, 16));
  const grain = createTile(random, { blurPx: 1 });
  const shade: Shade = (colour, i, x, y) => {
    const tone = luminanceOf(colour);
    saturate(colour, grade.colourful);
    mixInto(colour, grade.tones(tone), grade.cast);
    contrastInto(colour, grade.hardness);
    screenInto(colour, grade.glow, 0.25 * at(bloom, i) * at(bloom, i));
    const out = squaredDistance(source, x, y);
    const fall = 1.03 - 0.4 * out * Math.sqrt(out);
    scale(colour, fall + 0.07 * (tileAt(grain, x, y) - 0.5));
  };
  return { ground: drawn, shade };
};
