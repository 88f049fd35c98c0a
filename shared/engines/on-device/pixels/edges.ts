import { createPlane, type Plane } from '#shared/engines/on-device/pixels/plane.ts';

/** How steep the light changes at each pixel, 0 and more, per pixel (central differences). */
export function steepness({ widthPx, heightPx, values }: Plane): Plane {
  const edges = createPlane({ widthPx, heightPx });
  for (let y = 0; y < heightPx; y++) {
    const row = y * widthPx;
    const above = Math.max(0, y - 1) * widthPx;
    const below = Math.min(heightPx - 1, y + 1) * widthPx;
    for (let x = 0; x < widthPx; x++) {
      const right = x + 1 < widthPx ? x + 1 : x;
      const left = x > 0 ? x - 1 : x;
      const dx = (values[row + right] ?? 0) - (values[row + left] ?? 0);
      const dy = (values[below + x] ?? 0) - (values[above + x] ?? 0);
      edges.values[row + x] = 0.5 * Math.sqrt(dx * dx + dy * dy);
    }
  }
  return edges;
}

/** Light from the upper left on a surface as high as the values: around 0, bright slopes above it. */
export function relief({ widthPx, heightPx, values }: Plane): Plane {
  const lit = createPlane({ widthPx, heightPx });
  for (let y = 1; y < heightPx; y++) {
    for (let x = 1; x < widthPx; x++) {
      const i = y * widthPx + x;
      lit.values[i] = (values[i] ?? 0) - (values[i - widthPx - 1] ?? 0);
    }
  }
  return lit;
}
