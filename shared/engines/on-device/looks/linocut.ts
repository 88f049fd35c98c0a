import type { Look } from '#shared/engines/on-device/looks/look.ts';
import { blur } from '#shared/engines/on-device/pixels/blur.ts';
import { hex, mixInto, setTo, smoothStep } from '#shared/engines/on-device/pixels/colour.ts';
import { flattenPlane } from '#shared/engines/on-device/pixels/flatten.ts';
import { exposedLight } from '#shared/engines/on-device/pixels/levels.ts';
import type { Shade } from '#shared/engines/on-device/pixels/picture.ts';
import { at } from '#shared/engines/on-device/pixels/plane.ts';
import { createTile, tileAt } from '#shared/engines/on-device/pixels/tile.ts';
import { lengthPx } from '#shared/engines/on-device/pixels/vignette.ts';

const paper = hex('#f5ecd7');
const ochre = hex('#d9992b');
const ink = hex('#14312c');

/** Two blocks of lino: what the gouge has left standing is ink, its grooves follow the light. */
export const linocut: Look = (source, { random }) => {
  const drawing = exposedLight(source, 2.2);
  const areas = flattenPlane(drawing, lengthPx(source, 6));
  const fine = blur(areas, lengthPx(source, 1.2));
  const around = blur(areas, lengthPx(source, 5));
  const wide = blur(areas, lengthPx(source, 26));
  const tooth = createTile(random, { blurPx: 1 });
  const turn = (2 * Math.PI) / Math.max(5, lengthPx(source, 9));
  const bend = lengthPx(source, 90);
  const shade: Shade = (colour, i, x, y) => {
    const tone = at(areas, i);
    const worn = 0.12 * (tileAt(tooth, x, y) - 0.5);
    // Grooves run level and bend around what is bright.
    const groove = 0.5 + 0.5 * Math.sin((y + 0.35 * x + bend * at(wide, i)) * turn);
    setTo(colour, paper);
    mixInto(colour, ochre, smoothStep(0.68, 0.62, tone + worn));
    const cut = tone - 0.46 + 0.34 * groove;
    mixInto(colour, ink, smoothStep(0.05, -0.05, cut + worn));
    mixInto(colour, ink, smoothStep(0.02, 0.045, at(around, i) - at(fine, i)));
  };
  return { ground: null, shade };
};
