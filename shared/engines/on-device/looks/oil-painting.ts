import type { Look } from '#shared/engines/on-device/looks/look.ts';
import { bristles } from '#shared/engines/on-device/pixels/bristles.ts';
import { contrastInto, saturate } from '#shared/engines/on-device/pixels/colour.ts';
import { relief } from '#shared/engines/on-device/pixels/edges.ts';
import { flatten } from '#shared/engines/on-device/pixels/flatten.ts';
import { flowOf } from '#shared/engines/on-device/pixels/flow.ts';
import { exposed } from '#shared/engines/on-device/pixels/levels.ts';
import { luminancePlane, type Shade } from '#shared/engines/on-device/pixels/picture.ts';
import { at } from '#shared/engines/on-device/pixels/plane.ts';
import { createTile, tileAt } from '#shared/engines/on-device/pixels/tile.ts';
import { lengthPx } from '#shared/engines/on-device/pixels/vignette.ts';

export const oilPainting: Look = (source, { random }) => {
  const flat = flatten(exposed(source), lengthPx(source, 5.5));
  const light = luminancePlane(flat);
  const flow = flowOf(light, lengthPx(source, 18));
  const grain = createTile(random, { blurPx: 1 });
  const furrows = bristles(source, flow, grain, 3);
  const ridges = relief(furrows);
  const edges = relief(light);
  const shade: Shade = (colour, i, x, y) => {
    contrastInto(colour, 0.3);
    saturate(colour, 1.4);
    // Paint is thick where it is light; bristles part it, and its rims catch the lamp.
    const furrow = 0.3 * (at(furrows, i) - 0.5);
    const shine = 1.1 * at(ridges, i) + 0.9 * at(edges, i);
    const weave = 0.03 * (tileAt(grain, x, y) - 0.5);
    const lit = 1 + furrow + weave;
    colour.red = colour.red * lit + 0.5 * shine;
    colour.green = colour.green * lit + 0.5 * shine;
    colour.blue = colour.blue * lit + 0.45 * shine;
  };
  return { ground: flat, shade };
};
