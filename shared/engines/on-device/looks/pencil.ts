import type { Look } from '#shared/engines/on-device/looks/look.ts';
import { throughCurve } from '#shared/engines/on-device/pixels/arithmetic.ts';
import { blur } from '#shared/engines/on-device/pixels/blur.ts';
import { clamp, hex, mixInto, setTo, smoothStep } from '#shared/engines/on-device/pixels/colour.ts';
import { exposedLight } from '#shared/engines/on-device/pixels/levels.ts';
import type { Shade } from '#shared/engines/on-device/pixels/picture.ts';
import { at } from '#shared/engines/on-device/pixels/plane.ts';
import { between } from '#shared/engines/on-device/pixels/random.ts';
import { createTile, type Tile, tileAt } from '#shared/engines/on-device/pixels/tile.ts';
import { lengthPx } from '#shared/engines/on-device/pixels/vignette.ts';

const paper = hex('#f7f4ec');
const graphite = hex('#232329');

/** Strokes at an angle, 0..1: a tile of level ones, turned. */
function hatching(tile: Tile, angle: number): (x: number, y: number) => number {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return (x, y) => tileAt(tile, x * cos + y * sin + 4096, y * cos - x * sin + 4096);
}

export const pencil: Look = (source, { random }) => {
  const light = exposedLight(source);
  const fine = blur(light, lengthPx(source, 0.9));
  const coarse = blur(light, lengthPx(source, 2.2));
  const around = blur(light, lengthPx(source, 14));
  const strokes = createTile(random, { lengthPx: 34 });
  const tooth = createTile(random, { blurPx: 1 });
  const slant = between(random, -1, -0.7);
  const first = hatching(strokes, slant);
  const second = hatching(strokes, slant + 0.8);
  const tones = throughCurve(coarse, (tone) => tone ** 0.85);
  const shade: Shade = (colour, i, x, y) => {
    const tone = at(tones, i);
    // Darker than what is around it: a line. The two blurs find it at any brightness.
    const line = smoothStep(0.006, 0.055, at(coarse, i) - at(fine, i));
    const form = smoothStep(0.02, 0.3, at(around, i) - at(fine, i));
    const shade = smoothStep(0.12, -0.4, tone - 0.12 - 0.75 * first(x, y));
    const cross = smoothStep(0.05, -0.35, tone + 0.12 - 0.6 * second(x, y));
    const laid = Math.max(0.92 * line, 0.62 * shade + 0.4 * cross, 0.55 * form);
    setTo(colour, paper);
    mixInto(colour, graphite, clamp(laid * (1.18 - 0.5 * tileAt(tooth, x, y))));
  };
  return { ground: null, shade };
};
