/** One channel of a picture, row by row; values are 0..1 unless a function says otherwise. */
export type Plane = { readonly width: number; readonly height: number; readonly values: Float32Array };

export function createPlane(width: number, height: number): Plane {
  return { width, height, values: new Float32Array(width * height) };
}

/** `compute` sees the pixel's index and its place in pixels. */
export function fillPlane(
  width: number,
  height: number,
  compute: (index: number, x: number, y: number) => number,
): Plane {
  const plane = createPlane(width, height);
  let index = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++, index++) plane.values[index] = compute(index, x, y);
  }
  return plane;
}

export function mapPlane(plane: Plane, compute: (value: number, index: number) => number): Plane {
  const mapped = createPlane(plane.width, plane.height);
  for (let index = 0; index < plane.values.length; index++) {
    mapped.values[index] = compute(plane.values[index] ?? 0, index);
  }
  return mapped;
}

export function valueAt(plane: Plane, index: number): number {
  return plane.values[index] ?? 0;
}

/** The nearest pixel; beyond the border, the border's. */
export function valueNear(plane: Plane, x: number, y: number): number {
  const column = Math.min(plane.width - 1, Math.max(0, Math.round(x)));
  const row = Math.min(plane.height - 1, Math.max(0, Math.round(y)));
  return plane.values[row * plane.width + column] ?? 0;
}

/** Bilinear, at a place between pixels. */
export function valueBetween(plane: Plane, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const across = x - left;
  const down = y - top;
  const upper = valueNear(plane, left, top) * (1 - across) + valueNear(plane, left + 1, top) * across;
  const lower = valueNear(plane, left, top + 1) * (1 - across) + valueNear(plane, left + 1, top + 1) * across;
  return upper * (1 - down) + lower * down;
}

export function resizePlane(plane: Plane, width: number, height: number): Plane {
  const scaleX = plane.width / width;
  const scaleY = plane.height / height;
  return fillPlane(width, height, (_, x, y) =>
    valueBetween(plane, (x + 0.5) * scaleX - 0.5, (y + 0.5) * scaleY - 0.5),
  );
}
