import { createPlane, type Plane } from '#shared/engines/on-device/pixels/plane.ts';
import type { SizePx } from '#shared/images/fit.ts';

/** Where a row or column of the result falls between two of the source. */
type Stop = { first: Int32Array; second: Int32Array; ratio: Float32Array };

/** Bilinear. Going down, blur first. */
export function resize(plane: Plane, size: SizePx): Plane {
  const result = createPlane(size);
  const across = stops(plane.widthPx, size.widthPx);
  const down = stops(plane.heightPx, size.heightPx);
  let i = 0;
  for (let y = 0; y < size.heightPx; y++) {
    const upper = (down.first[y] ?? 0) * plane.widthPx;
    const lower = (down.second[y] ?? 0) * plane.widthPx;
    i = resizeRow({ plane, across, upper, lower, ratio: down.ratio[y] ?? 0 }, result, i);
  }
  return result;
}

type Row = { plane: Plane; across: Stop; upper: number; lower: number; ratio: number };

function resizeRow({ plane, across, upper, lower, ratio }: Row, result: Plane, start: number): number {
  const { values } = plane;
  const { first, second, ratio: ratios } = across;
  for (let x = 0; x < first.length; x++) {
    const left = first[x] ?? 0;
    const right = second[x] ?? 0;
    const share = ratios[x] ?? 0;
    const a = values[upper + left] ?? 0;
    const b = values[lower + left] ?? 0;
    const above = a + ((values[upper + right] ?? 0) - a) * share;
    const below = b + ((values[lower + right] ?? 0) - b) * share;
    result.values[start + x] = above + (below - above) * ratio;
  }
  return start + first.length;
}

function stops(fromPx: number, toPx: number): Stop {
  const places = Float64Array.from({ length: toPx }, (_, i) =>
    Math.min(fromPx - 1, Math.max(0, ((i + 0.5) * fromPx) / toPx - 0.5)),
  );
  const first = Int32Array.from(places, Math.floor);
  return {
    first,
    second: first.map((place) => Math.min(fromPx - 1, place + 1)),
    ratio: Float32Array.from(places, (place) => place - Math.floor(place)),
  };
}
