import { createPlane, fillPlane, type Plane, valueAt, valueNear } from './plane.ts';
import type { Random } from './random.ts';

/** White noise 0..1. */
export function whiteNoise(width: number, height: number, random: Random): Plane {
  return fillPlane(width, height, random);
}

/** Film grain: bell-shaped around 0, standard deviation about 1. */
export function grain(width: number, height: number, random: Random): Plane {
  return fillPlane(width, height, () => (random() + random() + random() - 1.5) * 2);
}

const ease = (ratio: number) => ratio * ratio * (3 - 2 * ratio);

function addOctave(sum: Plane, cellPx: number, weight: number, random: Random): void {
  const columns = Math.ceil(sum.width / cellPx) + 2;
  const lattice = whiteNoise(columns, Math.ceil(sum.height / cellPx) + 2, random);
  let index = 0;
  for (let y = 0; y < sum.height; y++) {
    const row = Math.floor(y / cellPx);
    const down = ease(y / cellPx - row);
    for (let x = 0; x < sum.width; x++, index++) {
      const column = Math.floor(x / cellPx);
      const across = ease(x / cellPx - column);
      const corner = row * columns + column;
      const upper = valueAt(lattice, corner) * (1 - across) + valueAt(lattice, corner + 1) * across;
      const below = corner + columns;
      const lower = valueAt(lattice, below) * (1 - across) + valueAt(lattice, below + 1) * across;
      sum.values[index] = valueAt(sum, index) + weight * (upper * (1 - down) + lower * down);
    }
  }
}

/** Value noise 0..1: clouds of `cellPx`, each further octave half the size and half the weight. */
export function cloudNoise(
  size: { width: number; height: number },
  options: { cellPx: number; octaves: number; random: Random },
): Plane {
  const sum = createPlane(size.width, size.height);
  const total = 2 - 2 ** (1 - options.octaves);
  for (let octave = 0; octave < options.octaves; octave++) {
    const cellPx = Math.max(1, options.cellPx / 2 ** octave);
    addOctave(sum, cellPx, 0.5 ** octave / total, options.random);
  }
  return sum;
}

/** How a height field looks under light from the upper left: around 0, negative in shade. */
export function relief(height: Plane, index: number, x: number, y: number): number {
  return valueAt(height, index) - valueNear(height, x - 1, y - 1);
}
