import { fillPlane, type Plane } from './plane.ts';
import type { Random } from './random.ts';

type StrokeOptions = { angle: number; lengthPx: number; widthPx: number; random: Random };

/** Parallel strokes of varying pressure, 0..1: value noise stretched along one direction. */
export function strokes(size: { width: number; height: number }, options: StrokeOptions): Plane {
  const { lengthPx, widthPx, random } = options;
  const reach = Math.hypot(size.width, size.height);
  const columns = Math.ceil((2 * reach) / lengthPx) + 3;
  const rows = Math.ceil((2 * reach) / widthPx) + 3;
  const pressure = Float32Array.from({ length: columns * rows }, random);
  // Each row begins elsewhere, or the strokes' ends would line up.
  const starts = Float32Array.from({ length: rows }, random);
  const cos = Math.cos(options.angle);
  const sin = Math.sin(options.angle);
  const pressureAt = (row: number, along: number) => {
    const place = (along + reach) / lengthPx + (starts[row] ?? 0);
    const column = place | 0;
    const start = row * columns + column;
    const ratio = place - column;
    return (pressure[start] ?? 0) * (1 - ratio) + (pressure[start + 1] ?? 0) * ratio;
  };
  return fillPlane(size.width, size.height, (_, x, y) => {
    const across = (y * cos - x * sin + reach) / widthPx;
    const row = across | 0;
    const ratio = across - row;
    const along = x * cos + y * sin;
    return pressureAt(row, along) * (1 - ratio) + pressureAt(row + 1, along) * ratio;
  });
}
