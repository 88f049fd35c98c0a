import type { Look } from '#shared/engines/on-device/looks/look.ts';
import {
  hex,
  luminanceOf,
  mixInto,
  saturate,
  scale,
  smoothStep,
} from '#shared/engines/on-device/pixels/colour.ts';
import { flatten } from '#shared/engines/on-device/pixels/flatten.ts';
import { exposed } from '#shared/engines/on-device/pixels/levels.ts';
import type { Shade } from '#shared/engines/on-device/pixels/picture.ts';
import { createTile, tileAt } from '#shared/engines/on-device/pixels/tile.ts';
import { lengthPx } from '#shared/engines/on-device/pixels/vignette.ts';

const paper = hex('#2c2a33');
const chalk = hex('#fff4e6');

/** Sticks of colour over the tooth of a dark sheet: it shows wherever little was laid on. */
export const chalkPastel: Look = (source, { random }) => {
  const ground = flatten(exposed(source), lengthPx(source, 5));
  const tooth = createTile(random, { blurPx: 1 });
  const sticks = createTile(random, { blurPx: 1, lengthPx: 26 });
  const shade: Shade = (colour, _, x, y) => {
    const tone = luminanceOf(colour);
    const turned = tileAt(sticks, x + y, (y - x) >> 1);
    const rough = 0.55 * tileAt(tooth, x, y) + 0.45 * turned;
    saturate(colour, 1.35);
    mixInto(colour, chalk, 0.26);
    scale(colour, 0.95 + 0.5 * tone + 0.25 * (turned - 0.5));
    mixInto(colour, paper, 0.9 * smoothStep(-0.08, 0.4, rough - 0.34 - 0.62 * tone));
  };
  return { ground, shade };
};
