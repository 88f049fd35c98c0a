import { createPlane, type Plane } from '#shared/engines/on-device/pixels/plane.ts';
import type { Random } from '#shared/engines/on-device/pixels/random.ts';
import { resize } from '#shared/engines/on-device/pixels/resize.ts';
import type { SizePx } from '#shared/images/fit.ts';

export type CloudOptions = {
  random: Random;
  /** Size of the largest shapes. */
  cellPx: number;
  octaves: number;
};

/** Clouds are soft, so they are drawn small and enlarged. */
const reduction = 4;

/** Fractal value noise, 0..1 around 0.5. */
export function clouds({ widthPx, heightPx }: SizePx, { random, cellPx, octaves }: CloudOptions): Plane {
  const small = createPlane({
    widthPx: Math.ceil(widthPx / reduction),
    heightPx: Math.ceil(heightPx / reduction),
  });
  const total = 2 - 2 ** (1 - octaves);
  for (let octave = 0; octave < octaves; octave++) {
    const layer = lattice(small, Math.max(1, cellPx / reduction / 2 ** octave), random);
    const share = 0.5 ** octave / total;
    for (let i = 0; i < small.values.length; i++) {
      small.values[i] = (small.values[i] ?? 0) + share * (layer.values[i] ?? 0);
    }
  }
  return resize(small, { widthPx, heightPx });
}

function lattice(size: SizePx, cellPx: number, random: Random): Plane {
  const knots = createPlane({
    widthPx: Math.ceil(size.widthPx / cellPx) + 1,
    heightPx: Math.ceil(size.heightPx / cellPx) + 1,
  });
  for (let i = 0; i < knots.values.length; i++) knots.values[i] = random();
  return resize(knots, size);
}
