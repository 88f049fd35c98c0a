import type { SizePx } from '#shared/images/fit.ts';

/** One channel of a picture, row by row; values are 0..1 unless a function says otherwise. */
export type Plane = SizePx & { values: Float32Array<ArrayBuffer> };

export function createPlane({ widthPx, heightPx }: SizePx): Plane {
  return { widthPx, heightPx, values: new Float32Array(widthPx * heightPx) };
}

export function at(plane: Plane, index: number): number {
  return plane.values[index] ?? 0;
}

/** `compute` sees the pixel's place. For small planes: a large one takes a loop of its own. */
export function fillPlane(size: SizePx, compute: (x: number, y: number) => number): Plane {
  const plane = createPlane(size);
  for (let i = 0; i < plane.values.length; i++) {
    plane.values[i] = compute(i % size.widthPx, Math.floor(i / size.widthPx));
  }
  return plane;
}
