import { coloursIn } from '#shared/engines/on-device/looks/colours-in.ts';
import type { Look } from '#shared/engines/on-device/looks/look.ts';
import { clamp, contrast, hex, luminanceOf, scale, setTo } from '#shared/engines/on-device/pixels/colour.ts';
import { createGradient } from '#shared/engines/on-device/pixels/gradient.ts';
import { exposedLight } from '#shared/engines/on-device/pixels/levels.ts';
import type { Shade } from '#shared/engines/on-device/pixels/picture.ts';
import { at } from '#shared/engines/on-device/pixels/plane.ts';
import { createTile, tileAt } from '#shared/engines/on-device/pixels/tile.ts';

/** Two of the prompt's colours, the darker one for the shadows. */
export const duotone: Look = (source, { random, prompt }) => {
  const [one = hex('#151a45'), other = hex('#ff8a70')] = coloursIn(prompt);
  const isFirstDarker = luminanceOf(one) <= luminanceOf(other);
  const tones = createGradient(isFirstDarker ? [one, other] : [other, one]);
  const light = exposedLight(source, 2.2);
  const grain = createTile(random, { blurPx: 1 });
  const shade: Shade = (colour, i, x, y) => {
    setTo(colour, tones(contrast(clamp(at(light, i) * 1.3), 0.6)));
    scale(colour, 1 + 0.05 * (tileAt(grain, x, y) - 0.5));
  };
  return { ground: null, shade };
};
