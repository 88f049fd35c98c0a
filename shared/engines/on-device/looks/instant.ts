import type { Look } from '#shared/engines/on-device/looks/look.ts';
import { blur } from '#shared/engines/on-device/pixels/blur.ts';
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
import { luminancePlane, type Shade } from '#shared/engines/on-device/pixels/picture.ts';
import { at } from '#shared/engines/on-device/pixels/plane.ts';
import { createTile, tileAt } from '#shared/engines/on-device/pixels/tile.ts';
import { lengthPx } from '#shared/engines/on-device/pixels/vignette.ts';

const frame = hex('#f7f5ef');
const flash = hex('#fff8e6');
const chemistry = hex('#9fc3b4');

const faded = (black: number, white: number) => (tone: number) => mix(black, white, contrast(tone, 0.5));
/** Greenish shadows, creamy lights. */
const pack = { red: faded(0.09, 0.98), green: faded(0.15, 0.97), blue: faded(0.17, 0.86) };

/** The border's width in parts of the smaller side, and that of the broad one below. */
const border = 0.055;
const broad = 0.17;

/** A photo that came out of its camera with its frame. */
export const instant: Look = (source, { random }) => {
  const { widthPx, heightPx } = source;
  const ground = exposed(source, pack);
  const soft = blur(luminancePlane(ground), lengthPx(source, 14));
  const spread = clouds(source, { cellPx: lengthPx(source, 260), octaves: 4, random });
  const grain = createTile(random, { blurPx: 1 });
  const reach = Math.min(widthPx, heightPx);
  const shade: Shade = (colour, i, x, y) => {
    saturate(colour, 0.85);
    screenInto(colour, flash, 0.3 * at(soft, i) * at(soft, i));
    mixInto(colour, chemistry, 0.16 * at(spread, i));
    const inside =
      Math.min(x, y, widthPx - 1 - x, heightPx - 1 - y - (broad - border) * reach) / reach - border;
    scale(colour, 0.72 + 0.28 * smoothStep(0, 0.1, inside) + 0.06 * (tileAt(grain, x, y) - 0.5));
    if (inside < 0) {
      mixInto(colour, frame, smoothStep(0, -0.006, inside));
      scale(colour, 1 + 0.02 * (tileAt(grain, x, y) - 0.5));
    }
  };
  return { ground, shade };
};
