import { blurPicture } from '../pixels/blur.ts';
import { cutIntoCells } from '../pixels/cells.ts';
import { cloudNoise } from '../pixels/noise.ts';
import { colourBetween, paint } from '../pixels/picture.ts';
import { valueAt } from '../pixels/plane.ts';
import { clamp, contrastColour, hex, mixColours, saturate, scaleColour, smoothStep } from '../pixels/tone.ts';
import type { Look } from './look.ts';

const grout = hex('#d8d2c4');
const tilePx = 13;

/** Hand-cut glass tiles set in pale grout, each one bevelled and a little different. */
export const mosaic: Look = (source, { random }) => {
  const cells = cutIntoCells(source, tilePx, random);
  const soft = blurPicture(source, 2);
  const tiles = cells.centres.map(({ x, y }) => {
    const colour = contrastColour(saturate(colourBetween(soft, x, y), 1.45), 0.45);
    return scaleColour(colour, 0.88 + 0.24 * random());
  });
  const sand = cloudNoise(source, { cellPx: 4, octaves: 2, random });
  return paint(source, (index, x, y) => {
    const cell = valueAt(cells.cell, index);
    const centre = cells.centres[cell] ?? { x, y };
    const border = valueAt(cells.borderPx, index);
    const facing = (centre.x - x + (centre.y - y)) / tilePx;
    const bevel = 1 + 0.3 * facing * smoothStep(4.5, 1.2, border);
    const tile = scaleColour(tiles[cell] ?? grout, bevel + 0.06 * (valueAt(sand, index) - 0.5));
    const shine = 0.1 * clamp(1 - Math.hypot(x - centre.x + 2, y - centre.y + 2) / 4.5);
    const ground = scaleColour(grout, 0.62 + 0.35 * valueAt(sand, index));
    const glazed = mixColours(tile, [1, 1, 1], shine);
    return mixColours(ground, glazed, smoothStep(0.5, 1.2, border));
  });
};
