import type { Look } from '#shared/engines/on-device/looks/look.ts';
import {
  clamp,
  contrast,
  hex,
  mix,
  multiplyInto,
  setTo,
  smoothStep,
} from '#shared/engines/on-device/pixels/colour.ts';
import { exposed } from '#shared/engines/on-device/pixels/levels.ts';
import { type Colour, luminancePlane, type Shade } from '#shared/engines/on-device/pixels/picture.ts';
import { at } from '#shared/engines/on-device/pixels/plane.ts';
import { between } from '#shared/engines/on-device/pixels/random.ts';
import { createScreen } from '#shared/engines/on-device/pixels/screen.ts';
import { createTile, tileAt } from '#shared/engines/on-device/pixels/tile.ts';
import { lengthPx } from '#shared/engines/on-device/pixels/vignette.ts';

const paper = hex('#f6f1e4');
const pink = hex('#ff5c77');
const blue = hex('#2b5fc4');

/** Two inks, each through a screen of its own, the second a little beside the first. */
export const risograph: Look = (source, { random }) => {
  const ground = exposed(source);
  const light = luminancePlane(ground);
  const pitchPx = Math.max(4, lengthPx(source, 6));
  const warmScreen = createScreen(source, 1.3, pitchPx);
  const darkScreen = createScreen(source, 0.5, pitchPx);
  const grain = createTile(random, { blurPx: 1 });
  const slipPx = Math.round(lengthPx(source, between(random, 2, 4)));
  const ink: Colour = { ...paper };
  const print = (colour: Colour, pigment: Colour, amount: number) => {
    ink.red = mix(1, pigment.red, amount);
    ink.green = mix(1, pigment.green, amount);
    ink.blue = mix(1, pigment.blue, amount);
    multiplyInto(colour, ink);
  };
  const shade: Shade = (colour, i, x, y) => {
    const beside = x < slipPx ? i : i - slipPx;
    // Pink where blue and green are missing, blue where light is.
    const warm = contrast(clamp(1 - 0.62 * (colour.green + colour.blue)), 0.3);
    const dark = contrast(clamp(0.84 - 1.15 * at(light, beside)), 0.5);
    const speck = 0.3 * (tileAt(grain, x, y) - 0.5);
    setTo(colour, paper);
    print(colour, pink, smoothStep(-0.18, 0.18, warm - warmScreen(x, y) + speck));
    print(colour, blue, smoothStep(-0.18, 0.18, dark - darkScreen(x, y) + speck));
  };
  return { ground, shade };
};
