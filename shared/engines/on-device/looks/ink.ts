import type { Look } from '#shared/engines/on-device/looks/look.ts';
import { blur } from '#shared/engines/on-device/pixels/blur.ts';
import { clouds } from '#shared/engines/on-device/pixels/clouds.ts';
import { hex, mixInto, setTo, smoothStep } from '#shared/engines/on-device/pixels/colour.ts';
import { flattenPlane } from '#shared/engines/on-device/pixels/flatten.ts';
import { exposedLight } from '#shared/engines/on-device/pixels/levels.ts';
import type { Shade } from '#shared/engines/on-device/pixels/picture.ts';
import { at } from '#shared/engines/on-device/pixels/plane.ts';
import { createTile, tileAt } from '#shared/engines/on-device/pixels/tile.ts';
import { lengthPx } from '#shared/engines/on-device/pixels/vignette.ts';

const paper = hex('#fbfaf6');
const wash = hex('#98a2ab');
const ink = hex('#10131c');

/** Brush lines, solid blacks and two washes. */
export const inkDrawing: Look = (source, { random }) => {
  const light = exposedLight(source, 2.2);
  const areas = flattenPlane(light, lengthPx(source, 7));
  const fine = blur(areas, lengthPx(source, 1));
  const around = blur(areas, lengthPx(source, 4.5));
  const pools = clouds(source, { cellPx: lengthPx(source, 90), octaves: 4, random });
  const tooth = createTile(random, { blurPx: 1 });
  const shade: Shade = (colour, i, x, y) => {
    const tone = at(areas, i);
    const wet = 0.22 * (at(pools, i) - 0.5);
    setTo(colour, paper);
    mixInto(colour, wash, 0.6 * smoothStep(0.5, 0.44, tone + wet));
    mixInto(colour, wash, (0.55 + wet) * smoothStep(0.32, 0.28, tone + wet));
    const line = smoothStep(0.012, 0.035, at(around, i) - at(fine, i));
    const solid = smoothStep(0.19, 0.16, tone + 0.05 * (tileAt(tooth, x, y) - 0.5));
    mixInto(colour, ink, Math.max(line, solid));
  };
  return { ground: null, shade };
};
