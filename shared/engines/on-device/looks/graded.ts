import type { Look } from '#shared/engines/on-device/looks/look.ts';
import { blur } from '#shared/engines/on-device/pixels/blur.ts';
import { clouds } from '#shared/engines/on-device/pixels/clouds.ts';
import {
  contrastInto,
  luminanceOf,
  mix,
  mixInto,
  saturate,
  scale,
  screenInto,
  smoothStep,
} from '#shared/engines/on-device/pixels/colour.ts';
import { createGradient } from '#shared/engines/on-device/pixels/gradient.ts';
import { exposed } from '#shared/engines/on-device/pixels/levels.ts';
import { type Colour, luminancePlane, type Shade } from '#shared/engines/on-device/pixels/picture.ts';
import { at } from '#shared/engines/on-device/pixels/plane.ts';
import { createTile, tileAt } from '#shared/engines/on-device/pixels/tile.ts';
import { lengthPx, squaredDistance } from '#shared/engines/on-device/pixels/vignette.ts';

/** A photograph under another light. Amounts are 0..1 unless they say otherwise. */
export type Grade = {
  /** 1 as it was, above 1 more colourful. */
  saturation: number;
  contrast: number;
  /** Colours of the tones, from shadow to light, and how much of them is laid over. */
  tones: readonly [Colour, ...Colour[]];
  cast: number;
  glow: Colour;
  bloom: number;
  /** Where the light comes from, in parts of the sides, and how bright it is far from it and near. */
  lamp: { x: number; y: number; reach: number; far: number; near: number };
  /** What the corners turn into, and how far out that begins. */
  edge: { colour: Colour; amount: number; from: number };
  /** Mist, thickest at the top. */
  mist: { colour: Colour; amount: number };
  grain: number;
};

/** A look that leaves every shape as it is. */
export function graded(grade: Grade): Look {
  return (source, { random }) => {
    const ground = exposed(source);
    const { lamp, edge, mist } = grade;
    const tones = createGradient(grade.tones);
    const bloom = blur(luminancePlane(ground), lengthPx(source, 18));
    const air =
      mist.amount > 0 ? clouds(source, { cellPx: lengthPx(source, 320), octaves: 4, random }) : null;
    const grain = createTile(random, { blurPx: 1 });
    const shade: Shade = (colour, i, x, y) => {
      const tone = luminanceOf(colour);
      saturate(colour, grade.saturation);
      mixInto(colour, tones(tone), grade.cast);
      contrastInto(colour, grade.contrast);
      const across = x / source.widthPx - lamp.x;
      const down = y / source.heightPx - lamp.y;
      const light = smoothStep(lamp.reach, 0, Math.sqrt(across * across + down * down));
      scale(colour, mix(lamp.far, lamp.near, light));
      screenInto(colour, grade.glow, grade.bloom * at(bloom, i) * (0.4 + 0.6 * light));
      if (air) {
        const thick = mist.amount * (0.3 + 1.1 * at(air, i)) * (1.15 - 0.75 * (y / source.heightPx));
        mixInto(colour, mist.colour, Math.min(0.95, thick));
      }
      const out = squaredDistance(source, x, y);
      mixInto(colour, edge.colour, edge.amount * smoothStep(edge.from, edge.from + 0.65, out));
      scale(colour, 1 + grade.grain * (tileAt(grain, x, y) - 0.5));
    };
    return { ground, shade };
  };
}
