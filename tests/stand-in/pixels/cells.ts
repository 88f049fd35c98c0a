import { createPlane, type Plane } from './plane.ts';
import type { Random } from './random.ts';

/** A plane cut into irregular cells, and for each pixel which one it lies in and how near its border. */
type Cells = {
  /** Number of the pixel's cell. */
  readonly cell: Plane;
  /** Pixels to the border with the next cell. */
  readonly borderPx: Plane;
  readonly centres: readonly { x: number; y: number }[];
};

type Grid = { columns: number; cellPx: number; centres: { x: number; y: number }[] };

/** One centre in every square of a grid, moved at random; odd rows are shifted like bricks. */
function scatter(size: { width: number; height: number }, cellPx: number, random: Random): Grid {
  const columns = Math.ceil(size.width / cellPx) + 3;
  const rows = Math.ceil(size.height / cellPx) + 3;
  const centres = Array.from({ length: columns * rows }, (_, index) => {
    const row = Math.floor(index / columns);
    const jitterX = 0.5 + 0.62 * (random() - 0.5) + (row % 2) * 0.5 - 0.25;
    const jitterY = 0.5 + 0.62 * (random() - 0.5);
    return { x: ((index % columns) - 1 + jitterX) * cellPx, y: (row - 1 + jitterY) * cellPx };
  });
  return { columns, cellPx, centres };
}

function nearestTwo(grid: Grid, x: number, y: number) {
  const column = Math.floor(x / grid.cellPx) + 1;
  const row = Math.floor(y / grid.cellPx) + 1;
  const found = { cell: 0, first: Number.POSITIVE_INFINITY, second: Number.POSITIVE_INFINITY };
  for (let step = 0; step < 25; step++) {
    const cell = (row + Math.floor(step / 5) - 2) * grid.columns + column + (step % 5) - 2;
    const centre = grid.centres[cell];
    if (centre === undefined) continue;
    const away = (centre.x - x) ** 2 + (centre.y - y) ** 2;
    if (away < found.first) {
      found.second = found.first;
      found.first = away;
      found.cell = cell;
    } else if (away < found.second) found.second = away;
  }
  return found;
}

export function cutIntoCells(size: { width: number; height: number }, cellPx: number, random: Random): Cells {
  const grid = scatter(size, cellPx, random);
  const cell = createPlane(size.width, size.height);
  const borderPx = createPlane(size.width, size.height);
  for (let y = 0, index = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++, index++) {
      const found = nearestTwo(grid, x, y);
      cell.values[index] = found.cell;
      borderPx.values[index] = (Math.sqrt(found.second) - Math.sqrt(found.first)) / 2;
    }
  }
  return { cell, borderPx, centres: grid.centres };
}
