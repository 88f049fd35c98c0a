import type { SizePx } from '#shared/images/fit.ts';

/** How far a place is from the dots of a screen: 0 at a dot, 1 between four. */
export type Screen = (x: number, y: number) => number;

/**
 * A turned screen of dots. Its two waves are put together from those of the columns and rows:
 * cos(a + b) = cos a cos b - sin a sin b.
 */
export function createScreen({ widthPx, heightPx }: SizePx, angle: number, pitchPx: number): Screen {
  const turn = (2 * Math.PI) / pitchPx;
  const across = Math.cos(angle) * turn;
  const down = Math.sin(angle) * turn;
  const [one, other] = [wavesOf(widthPx, across), wavesOf(heightPx, down)];
  const [third, fourth] = [wavesOf(widthPx, down), wavesOf(heightPx, -across)];
  return (x, y) => 0.5 - 0.25 * (waveAt(one, x, other, y) + waveAt(third, x, fourth, y));
}

type Waves = { cos: Float32Array; sin: Float32Array };

function wavesOf(length: number, step: number): Waves {
  const angles = Float64Array.from({ length }, (_, place) => place * step);
  return { cos: Float32Array.from(angles, Math.cos), sin: Float32Array.from(angles, Math.sin) };
}

function waveAt(columns: Waves, x: number, rows: Waves, y: number): number {
  return (columns.cos[x] ?? 0) * (rows.cos[y] ?? 0) - (columns.sin[x] ?? 0) * (rows.sin[y] ?? 0);
}
