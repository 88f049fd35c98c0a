import { coloursIn } from '#shared/engines/on-device/looks/colours-in.ts';
import type { Look } from '#shared/engines/on-device/looks/look.ts';
import { blur } from '#shared/engines/on-device/pixels/blur.ts';
import {
  contrastInto,
  hex,
  mixInto,
  saturate,
  scale,
  screenInto,
  smoothStep,
} from '#shared/engines/on-device/pixels/colour.ts';
import { exposed } from '#shared/engines/on-device/pixels/levels.ts';
import { luminancePlane, type Shade } from '#shared/engines/on-device/pixels/picture.ts';
import { at } from '#shared/engines/on-device/pixels/plane.ts';
import { createTile, tileAt } from '#shared/engines/on-device/pixels/tile.ts';
import { lengthPx, squaredDistance } from '#shared/engines/on-device/pixels/vignette.ts';

/** Paper of one colour around the middle, lit softly from above. */
export const colourSet: Look = (source, { random, prompt }) => {
  const [backdrop = hex('#ffc3a0')] = coloursIn(prompt);
  const ground = exposed(source);
  const soft = blur(luminancePlane(ground), lengthPx(source, 30));
  const grain = createTile(random, { blurPx: 1 });
  const shade: Shade = (colour, i, x, y) => {
    saturate(colour, 1.1);
    contrastInto(colour, 0.3);
    screenInto(colour, backdrop, 0.25 * at(soft, i));
    const out = squaredDistance(source, x, y);
    mixInto(colour, backdrop, 0.1 + 0.9 * smoothStep(0.06, 0.4, out));
    scale(colour, 1.07 - 0.16 * (y / source.heightPx) + 0.02 * (tileAt(grain, x, y) - 0.5));
  };
  return { ground, shade };
};
