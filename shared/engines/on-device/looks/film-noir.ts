import type { Look } from '#shared/engines/on-device/looks/look.ts';
import { blur } from '#shared/engines/on-device/pixels/blur.ts';
import { clamp, contrast, hex, setTo, smoothStep } from '#shared/engines/on-device/pixels/colour.ts';
import { createGradient } from '#shared/engines/on-device/pixels/gradient.ts';
import { exposedLight } from '#shared/engines/on-device/pixels/levels.ts';
import type { Shade } from '#shared/engines/on-device/pixels/picture.ts';
import { at } from '#shared/engines/on-device/pixels/plane.ts';
import { between } from '#shared/engines/on-device/pixels/random.ts';
import { createTile, tileAt } from '#shared/engines/on-device/pixels/tile.ts';
import { lengthPx, squaredDistance } from '#shared/engines/on-device/pixels/vignette.ts';

const silver = createGradient([
  hex('#050506'),
  hex('#2b2b2e'),
  hex('#7d7d7e'),
  hex('#d3d2cf'),
  hex('#fbf9f4'),
]);

export const filmNoir: Look = (source, { random }) => {
  const light = exposedLight(source, 2.2);
  const around = blur(light, lengthPx(source, 30));
  const glow = blur(light, lengthPx(source, 9));
  const grain = createTile(random, { blurPx: 1 });
  const lamp = between(random, 0.25, 0.4);
  const shade: Shade = (colour, i, x, y) => {
    const local = at(light, i) + 0.55 * (at(light, i) - at(around, i));
    const side = smoothStep(1.15, 0, Math.abs(x / source.widthPx - lamp) + 0.25 * (y / source.heightPx));
    const lit = local * (0.56 + 0.7 * side) - 0.04;
    const hard = contrast(clamp(lit), 0.95);
    const bloom = 0.22 * at(glow, i) * at(glow, i) * side;
    const out = squaredDistance(source, x, y);
    const fall = 1 - 0.7 * out * Math.sqrt(out);
    const noise = 0.11 * (tileAt(grain, x, y) - 0.5) * (1.2 - hard);
    setTo(colour, silver((hard + bloom) * fall + noise));
  };
  return { ground: null, shade };
};
