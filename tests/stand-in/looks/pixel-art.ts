import { blurPicture } from '../pixels/blur.ts';
import { stretchPicture } from '../pixels/levels.ts';
import { findPalette, nearestColour } from '../pixels/palette.ts';
import { colourAt, type Picture, paint, type Rgb, resizePicture } from '../pixels/picture.ts';
import { contrastColour, saturate } from '../pixels/tone.ts';
import type { Look } from './look.ts';

const bayer = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5] as const;

function shrink(source: Picture, columns: number): Picture {
  const cellPx = source.width / columns;
  const rows = Math.round(source.height / cellPx);
  const small = stretchPicture(resizePicture(blurPicture(source, cellPx * 0.4), columns, rows));
  return paint(small, (index) => contrastColour(saturate(colourAt(small, index), 1.35), 0.3));
}

/** A small sprite sheet's worth of cells and colours, dithered in a regular pattern. */
export const pixelArt: Look = (source, { random }) => {
  const small = shrink(source, 144);
  const palette = findPalette(small, 20, random);
  const cells = paint(small, (index, x, y): Rgb => {
    const nudge = 0.075 * ((bayer[(y % 4) * 4 + (x % 4)] ?? 0) / 15 - 0.5);
    const [red, green, blue] = colourAt(small, index);
    return nearestColour(palette, [red + nudge, green + nudge, blue + nudge]);
  });
  const scaleX = cells.width / source.width;
  const scaleY = cells.height / source.height;
  return paint(source, (_, x, y) =>
    colourAt(cells, Math.floor(y * scaleY) * cells.width + Math.floor(x * scaleX)),
  );
};
