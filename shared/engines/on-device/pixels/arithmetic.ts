import { createPlane, type Plane } from '#shared/engines/on-device/pixels/plane.ts';

/*
 * Loops of their own for each operation: handing a function to one loop for all would box every
 * number it returns, which takes ten times as long.
 */

/** In place: the plane is its caller's own. */
export function divideBy(plane: Plane, divisor: Plane): Plane {
  const { values } = plane;
  const by = divisor.values;
  for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) / (by[i] ?? 1);
  return plane;
}

export function meanOf({ values }: Plane): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Steps of the table that a curve is looked up in: finer than eight bits can show. */
const steps = 2047;

/** A plane of tones 0..1 put through a curve, into a new one or into itself. */
export function throughCurve(
  plane: Plane,
  curve: (tone: number) => number,
  result = createPlane(plane),
): Plane {
  const table = Float32Array.from({ length: steps + 1 }, (_, step) => curve(step / steps));
  const { values } = plane;
  for (let i = 0; i < values.length; i++) {
    const step = ((values[i] ?? 0) * steps + 0.5) | 0;
    result.values[i] = table[step < 0 ? 0 : Math.min(step, steps)] ?? 0;
  }
  return result;
}
