import { blur, blurPicture } from '../pixels/blur.ts';
import { cutIntoCells } from '../pixels/cells.ts';
import { flowOf } from '../pixels/flow.ts';
import { inkLines } from '../pixels/ink.ts';
import { cloudNoise } from '../pixels/noise.ts';
import { colourAt, colourBetween, luminancePlane, paint } from '../pixels/picture.ts';
import { mapPlane, valueAt } from '../pixels/plane.ts';
import {
  contrastColour,
  cornerRatio,
  hex,
  mixColours,
  saturate,
  scaleColour,
  screen,
  smoothStep,
} from '../pixels/tone.ts';
import type { Look } from './look.ts';

const lead = hex('#14120f');
/** The brown enamel that glass painters trace faces and folds with. */
const grisaille = hex('#2b1a10');

/** Panes with the sun behind them, held by lead cames. */
export const stainedGlass: Look = (source, { random }) => {
  const cells = cutIntoCells(source, 44, random);
  const soft = blurPicture(source, 4);
  const panes = cells.centres.map(({ x, y }) => {
    const colour = contrastColour(saturate(colourBetween(soft, x, y), 2), 0.4);
    return scaleColour(colour, 0.9 + 0.35 * random());
  });
  const glass = cloudNoise(source, { cellPx: 34, octaves: 4, random });
  const came = mapPlane(cells.borderPx, (border) => smoothStep(3.4, 2.2, border));
  const shade = blur(came, 5);
  const drawn = luminancePlane(source);
  const lines = inkLines(drawn, flowOf(drawn, 3), { sigmaPx: 1.8, reach: 24, hardness: 2, lengthPx: 7 });
  return paint(source, (index, x, y) => {
    const own = saturate(colourAt(soft, index), 1.9);
    const pane = mixColours(panes[valueAt(cells.cell, index)] ?? lead, own, 0.5);
    const sun = 1.25 - 0.5 * cornerRatio(source, x, y);
    const streaks = 0.78 + 0.5 * valueAt(glass, index) - 0.35 * valueAt(shade, index);
    const lit = scaleColour(pane, sun * streaks);
    const traced = mixColours(grisaille, screen(lit, scaleColour(pane, 0.18 * sun)), valueAt(lines, index));
    const sheen = 0.16 * smoothStep(1.6, 0, valueAt(cells.borderPx, index));
    return mixColours(traced, mixColours(lead, [0.6, 0.62, 0.68], sheen), valueAt(came, index));
  });
};
