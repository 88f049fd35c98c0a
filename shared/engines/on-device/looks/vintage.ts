import type { Look } from '#shared/engines/on-device/looks/look.ts';
import { clouds } from '#shared/engines/on-device/pixels/clouds.ts';
import {
  contrast,
  hex,
  mix,
  mixInto,
  saturate,
  scale,
  screenInto,
  smoothStep,
} from '#shared/engines/on-device/pixels/colour.ts';
import { exposed } from '#shared/engines/on-device/pixels/levels.ts';
import type { Shade } from '#shared/engines/on-device/pixels/picture.ts';
import { at } from '#shared/engines/on-device/pixels/plane.ts';
import { pick } from '#shared/engines/on-device/pixels/random.ts';
import { createTile, tileAt } from '#shared/engines/on-device/pixels/tile.ts';
import { lengthPx, squaredDistance } from '#shared/engines/on-device/pixels/vignette.ts';

const leak = hex('#ff7a3c');
const haze = hex('#f3c98b');

const faded = (black: number, white: number) => (tone: number) => mix(black, white, contrast(tone, 0.35));
/** Film that lay in a drawer: black has turned to brown, white to cream, blue has gone first. */
const drawer = { red: faded(0.13, 0.99), green: faded(0.09, 0.93), blue: faded(0.12, 0.76) };

export const vintage: Look = (source, { random }) => {
  const stains = clouds(source, { cellPx: lengthPx(source, 300), octaves: 4, random });
  const grain = createTile(random, { blurPx: 1 });
  const edge = pick(random, [0, 1]);
  const shade: Shade = (colour, i, x, y) => {
    saturate(colour, 0.82);
    mixInto(colour, haze, 0.1 * at(stains, i));
    const inwards = Math.abs(x / source.widthPx - edge) + 0.3 * (at(stains, i) - 0.5);
    if (inwards < 0.24) screenInto(colour, leak, 0.5 * smoothStep(0.24, -0.1, inwards));
    const out = squaredDistance(source, x, y);
    scale(colour, 1.05 - 0.42 * out * out + 0.09 * (tileAt(grain, x, y) - 0.5));
  };
  return { ground: exposed(source, drawer), shade };
};
