import { blur } from './blur.ts';
import { createPlane, mapPlane, type Plane, resizePlane, valueAt } from './plane.ts';

/** For every pixel the unit vector along the strongest edge near it. */
export type Flow = { readonly alongX: Plane; readonly alongY: Plane };

type Slope = { readonly x: Plane; readonly y: Plane };

/** Central differences; the border takes its inner neighbour's. */
export function slopeOf({ width, height, values }: Plane): Slope {
  const x = createPlane(width, height);
  const y = createPlane(width, height);
  for (let row = 0; row < height; row++) {
    const above = Math.max(0, row - 1) * width;
    const below = Math.min(height - 1, row + 1) * width;
    for (let column = 0; column < width; column++) {
      const index = row * width + column;
      const left = index - (column > 0 ? 1 : 0);
      const right = index + (column < width - 1 ? 1 : 0);
      x.values[index] = ((values[right] ?? 0) - (values[left] ?? 0)) / 2;
      y.values[index] = ((values[below + column] ?? 0) - (values[above + column] ?? 0)) / 2;
    }
  }
  return { x, y };
}

export function steepness(slope: Slope): Plane {
  return mapPlane(slope.x, (x, index) => Math.sqrt(x * x + valueAt(slope.y, index) ** 2));
}

/**
 * The smoothed structure tensor's minor eigenvector (Brox et al., "Adaptive Structure Tensors"),
 * found at half size: it varies slowly by definition.
 */
export function flowOf(plane: Plane, smoothPx: number): Flow {
  const { width, height } = plane;
  const slope = slopeOf(resizePlane(plane, Math.ceil(width / 2), Math.ceil(height / 2)));
  const smooth = (product: (x: number, y: number) => number) =>
    blur(
      mapPlane(slope.x, (x, index) => product(x, valueAt(slope.y, index))),
      smoothPx / 2,
    );
  const xx = smooth((x) => x * x);
  const yy = smooth((_, y) => y * y);
  const xy = smooth((x, y) => x * y);
  const angle = mapPlane(xx, (value, index) => {
    const across = 0.5 * Math.atan2(2 * valueAt(xy, index), value - valueAt(yy, index));
    return across + Math.PI / 2;
  });
  const full = (component: (angle: number) => number) => doubled(mapPlane(angle, component), width, height);
  return { alongX: full(Math.cos), alongY: full(Math.sin) };
}

/** Nearest neighbour on purpose: between two opposite vectors there is no mean. */
function doubled(plane: Plane, width: number, height: number): Plane {
  const result = createPlane(width, height);
  for (let index = 0, row = 0; row < height; row++) {
    const start = (row >> 1) * plane.width;
    for (let column = 0; column < width; column++, index++) {
      result.values[index] = plane.values[start + (column >> 1)] ?? 0;
    }
  }
  return result;
}
