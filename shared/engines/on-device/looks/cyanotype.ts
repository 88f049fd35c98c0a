import type { Look } from '#shared/engines/on-device/looks/look.ts';
import { blur } from '#shared/engines/on-device/pixels/blur.ts';
import { clouds } from '#shared/engines/on-device/pixels/clouds.ts';
import {
  clamp,
  contrast,
  hex,
  mixInto,
  scale,
  setTo,
  smoothStep,
} from '#shared/engines/on-device/pixels/colour.ts';
import { createGradient } from '#shared/engines/on-device/pixels/gradient.ts';
import { exposedLight } from '#shared/engines/on-device/pixels/levels.ts';
import type { Shade } from '#shared/engines/on-device/pixels/picture.ts';
import { at } from '#shared/engines/on-device/pixels/plane.ts';
import { createTile, tileAt } from '#shared/engines/on-device/pixels/tile.ts';
import { lengthPx } from '#shared/engines/on-device/pixels/vignette.ts';

const paper = hex('#f4f1e6');
const prussian = createGradient([
  hex('#06183a'),
  hex('#0d3263'),
  hex('#2c6aa0'),
  hex('#8fb9d6'),
  hex('#eef2ec'),
]);

/** Iron salts brushed on paper: the coat ends where the brush did, streaked along its way. */
export const cyanotype: Look = (source, { random }) => {
  const light = exposedLight(source);
  const soft = blur(light, lengthPx(source, 0.8));
  const coat = clouds(source, { cellPx: lengthPx(source, 180), octaves: 5, random });
  const streaks = createTile(random, { lengthPx: 90 });
  const grain = createTile(random, { blurPx: 1 });
  const reach = Math.min(source.widthPx, source.heightPx);
  const shade: Shade = (colour, i, x, y) => {
    const across = Math.min(x, source.widthPx - 1 - x) / reach;
    const down = Math.min(y, source.heightPx - 1 - y) / reach;
    const streak = tileAt(streaks, x, y) - 0.5;
    const inside = Math.min(across + 0.022 * streak, down) - 0.02 - 0.045 * at(coat, i);
    const thick = 0.16 * (at(coat, i) - 0.5) + 0.05 * streak;
    const tone = contrast(clamp(0.35 * at(light, i) + 0.65 * at(soft, i)), 0.5);
    setTo(colour, prussian(tone + thick));
    if (inside < 0.006) mixInto(colour, paper, smoothStep(0.006, -0.006, inside));
    scale(colour, 1 + 0.1 * (tileAt(grain, x, y) - tileAt(grain, x - 1, y - 1)));
  };
  return { ground: null, shade };
};
