import type { RectPx } from '#shared/images/codec.ts';

export type SizePx = { widthPx: number; heightPx: number };

/**
 * The largest size of the same aspect within `maxAreaPx` pixels; `size` itself when it fits already.
 * The short side is floored and the long one follows it, so that the aspect is off by half a pixel at most.
 */
export function fitArea(size: SizePx, maxAreaPx: number): SizePx {
  const { widthPx, heightPx } = size;
  if (widthPx * heightPx <= maxAreaPx) return { widthPx, heightPx };
  const aspect = Math.max(widthPx, heightPx) / Math.min(widthPx, heightPx);
  const shortPx = Math.max(1, Math.floor(Math.sqrt(maxAreaPx / aspect)));
  const longPx = Math.max(1, Math.min(Math.round(shortPx * aspect), Math.floor(maxAreaPx / shortPx)));
  return widthPx < heightPx ? { widthPx: shortPx, heightPx: longPx } : { widthPx: longPx, heightPx: shortPx };
}

/** The largest centred rectangle of `size` whose aspect is as near to that of `aspectOf` as pixels allow. */
export function cropToAspect(size: SizePx, aspectOf: SizePx): RectPx {
  const aspect = aspectOf.widthPx / aspectOf.heightPx;
  const isTooWide = size.widthPx * aspectOf.heightPx > size.heightPx * aspectOf.widthPx;
  const widthPx = isTooWide ? atLeastOne(Math.round(size.heightPx * aspect)) : size.widthPx;
  const heightPx = isTooWide ? size.heightPx : Math.min(size.heightPx, nearestHeight(widthPx, aspect));
  return {
    xPx: Math.floor((size.widthPx - widthPx) / 2),
    yPx: Math.floor((size.heightPx - heightPx) / 2),
    widthPx,
    heightPx,
  };
}

/** Rounding would favour the taller of two heights: aspect runs against height. */
function nearestHeight(widthPx: number, aspect: number): number {
  const lower = atLeastOne(Math.floor(widthPx / aspect));
  const errorOf = (heightPx: number) => Math.abs(widthPx / heightPx - aspect);
  return errorOf(lower) <= errorOf(lower + 1) ? lower : lower + 1;
}

function atLeastOne(px: number): number {
  return Math.max(1, px);
}
