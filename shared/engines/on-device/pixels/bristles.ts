import { type Flow, reduction } from '#shared/engines/on-device/pixels/flow.ts';
import { createPlane, type Plane } from '#shared/engines/on-device/pixels/plane.ts';
import { type Tile, tileAt } from '#shared/engines/on-device/pixels/tile.ts';
import type { SizePx } from '#shared/images/fit.ts';

/** Pixels a step covers: noise as coarse as the tile's hides the gaps. */
const stridePx = 3;

/**
 * Furrows that follow the flow, 0..1: noise smeared `steps` times both ways along straight lines
 * (a short line integral convolution, Cabral and Leedom 1993; over such a length a line is straight).
 */
export function bristles({ widthPx, heightPx }: SizePx, flow: Flow, tile: Tile, steps: number): Plane {
  const furrows = createPlane({ widthPx, heightPx });
  const { alongX, alongY } = flow;
  const share = 1 / (2 * steps + 1);
  let i = 0;
  for (let y = 0; y < heightPx; y++) {
    const row = ((y / reduction) | 0) * alongX.widthPx;
    for (let x = 0; x < widthPx; x++, i++) {
      const place = row + ((x / reduction) | 0);
      const dx = (alongX.values[place] ?? 0) * stridePx;
      const dy = (alongY.values[place] ?? 0) * stridePx;
      let sum = 0;
      for (let step = -steps; step <= steps; step++) sum += tileAt(tile, x + dx * step, y + dy * step);
      furrows.values[i] = sum * share;
    }
  }
  return furrows;
}
