import type { Flow } from './flow.ts';
import { createPlane, type Plane } from './plane.ts';

/** Sum of `steps` pixels met when walking from one along the flow, forward or back. */
function sumAlong(plane: Plane, flow: Flow, start: number, steps: number, forward: 1 | -1): number {
  const { width, height, values } = plane;
  const along = flow.alongX.values;
  const down = flow.alongY.values;
  let x = (start % width) + 0.5;
  let y = Math.floor(start / width) + 0.5;
  let index = start;
  let heading: number = forward;
  let lastX = 0;
  let lastY = 0;
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    const dx = along[index] ?? 0;
    const dy = down[index] ?? 0;
    // The vectors have no direction of their own: keep going the way we came.
    if (dx * lastX + dy * lastY < 0) heading = -heading;
    lastX = dx;
    lastY = dy;
    x = Math.min(width - 0.5, Math.max(0, x + dx * heading));
    y = Math.min(height - 0.5, Math.max(0, y + dy * heading));
    index = (y | 0) * width + (x | 0);
    sum += values[index] ?? 0;
  }
  return sum;
}

/** Line integral convolution: smears a plane `lengthPx` both ways along the flow. */
export function smearAlong(plane: Plane, flow: Flow, lengthPx: number): Plane {
  const result = createPlane(plane.width, plane.height);
  const share = 1 / (2 * lengthPx + 1);
  for (let index = 0; index < plane.values.length; index++) {
    const ahead = sumAlong(plane, flow, index, lengthPx, 1);
    const behind = sumAlong(plane, flow, index, lengthPx, -1);
    result.values[index] = ((plane.values[index] ?? 0) + ahead + behind) * share;
  }
  return result;
}
