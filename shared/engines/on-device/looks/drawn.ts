import type { Look } from '#shared/engines/on-device/looks/look.ts';
import { blur, boxMean } from '#shared/engines/on-device/pixels/blur.ts';
import {
  contrastInto,
  hex,
  luminanceOf,
  mixInto,
  multiplyInto,
  saturate,
  scale,
  screenInto,
  smoothStep,
} from '#shared/engines/on-device/pixels/colour.ts';
import { flatten } from '#shared/engines/on-device/pixels/flatten.ts';
import { exposed } from '#shared/engines/on-device/pixels/levels.ts';
import {
  type Colour,
  luminancePlane,
  type Picture,
  type Shade,
} from '#shared/engines/on-device/pixels/picture.ts';
import { at } from '#shared/engines/on-device/pixels/plane.ts';
import { between } from '#shared/engines/on-device/pixels/random.ts';
import { createScreen } from '#shared/engines/on-device/pixels/screen.ts';
import { createTile, tileAt } from '#shared/engines/on-device/pixels/tile.ts';
import { lengthPx } from '#shared/engines/on-device/pixels/vignette.ts';

/** A drawing of even areas: how large, how many tones, and what lies over them. Amounts are 0..1. */
type Drawing = {
  areaPerMille: number;
  tones: number;
  saturation: number;
  contrast: number;
  paper: Colour;
  /** Dark outlines. */
  line: number;
  /** Dots in the shadows. */
  dots: number;
  /** Traces of a dry, level brush. */
  brush: number;
  /** How light the darkest area is. */
  lift: number;
};

const ink = hex('#17141f');
const shadow = hex('#7a4a8c');

function drawn(drawing: Drawing): Look {
  return (source, { random }) => {
    const ground = flatten(exposed(source), lengthPx(source, drawing.areaPerMille));
    const lines = drawing.line > 0 ? linesOf(ground) : null;
    const screenAt = createScreen(source, between(random, 0.6, 0.9), Math.max(5, lengthPx(source, 9)));
    const strokes = createTile(random, { blurPx: 1, lengthPx: 18 });
    const shade: Shade = (colour, i, x, y) => {
      const tone = luminanceOf(colour);
      const stroke = tileAt(strokes, x + (y >> 2), y) - 0.5;
      // Soft steps: an even area with a narrow way to the next.
      const step = (tone + 0.07 * drawing.brush * stroke) * drawing.tones;
      const base = Math.floor(step);
      const level = (base + smoothStep(0.42, 0.58, step - base)) / drawing.tones;
      scale(colour, (level + 0.04) / (tone + 0.04));
      screenInto(colour, shadow, drawing.lift * (1 - level) * (1 - level));
      saturate(colour, drawing.saturation);
      contrastInto(colour, drawing.contrast);
      multiplyInto(colour, drawing.paper);
      scale(colour, 1 + 0.16 * drawing.brush * stroke);
      if (drawing.dots > 0) {
        const dot = smoothStep(0.1, -0.1, screenAt(x, y) - 0.95 + 1.7 * tone);
        mixInto(colour, ink, drawing.dots * dot);
      }
      if (lines) {
        const darker = at(lines.around, i) - at(lines.fine, i);
        mixInto(colour, ink, drawing.line * smoothStep(0.016, 0.05, darker));
      }
    };
    return { ground, shade };
  };
}

/** Where a pixel is darker than what is around it, there is a line. */
function linesOf(ground: Picture) {
  const light = luminancePlane(ground);
  return { fine: boxMean(light, 1), around: blur(light, lengthPx(ground, 4)) };
}

export const comicBook = drawn({
  areaPerMille: 5,
  tones: 4,
  saturation: 1.7,
  contrast: 0.55,
  paper: hex('#fff6df'),
  line: 1,
  dots: 0.75,
  brush: 0,
  lift: 0,
});

export const flatIllustration = drawn({
  areaPerMille: 11,
  tones: 4,
  saturation: 1.05,
  contrast: 0,
  paper: hex('#fff1ea'),
  line: 0,
  dots: 0,
  brush: 0.15,
  lift: 0.85,
});

export const gouache = drawn({
  areaPerMille: 8,
  tones: 7,
  saturation: 0.78,
  contrast: 0.1,
  paper: hex('#f2e8d5'),
  line: 0,
  dots: 0,
  brush: 0.7,
  lift: 0.45,
});
