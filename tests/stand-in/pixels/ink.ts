import { blur } from './blur.ts';
import type { Flow } from './flow.ts';
import { mapPlane, type Plane, valueAt } from './plane.ts';
import { smearAlong } from './smear.ts';

type InkOptions = {
  /** Width of the lines, as the standard deviation of the finer blur. */
  sigmaPx: number;
  /** How much of the edge counts: more finds fainter lines. */
  reach: number;
  /** How hard the line's border is. */
  hardness: number;
  /** How far a line is drawn on along the form. */
  lengthPx: number;
};

/**
 * Drawn lines as a plane from 0 (full ink) to 1 (bare paper): the flow-based extended difference
 * of Gaussians of Winnemöller, Kyprianidis and Olsen (2012).
 */
export function inkLines(light: Plane, flow: Flow, options: InkOptions): Plane {
  const fine = blur(light, options.sigmaPx);
  const coarse = blur(light, options.sigmaPx * 1.8);
  const difference = mapPlane(fine, (value, index) => value - valueAt(coarse, index));
  return mapPlane(smearAlong(difference, flow, options.lengthPx), (value) => {
    const depth = -value * options.reach - 0.12;
    return depth <= 0 ? 1 : 1 - Math.tanh(depth * options.hardness);
  });
}
