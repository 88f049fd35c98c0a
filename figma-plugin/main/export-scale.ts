import { maxSidePx } from '../bridge/figma-limits.ts';

/** Kontext works at about one megapixel; twice that keeps detail for the engine's own downscaling. */
const leastAreaPx = 1_000_000;
const mostAreaPx = 2_000_000;

type Size = { width: number; height: number };

/**
 * Picture pixels per canvas pixel: 1 where the layer's own area suits the engine. `box` is what is
 * drawn, larger than the layer when that is turned.
 */
export function exportScale(layer: Size, box: Size): number {
  const areaPx = layer.width * layer.height;
  const suitedAreaPx = Math.min(Math.max(areaPx, leastAreaPx), mostAreaPx);
  return Math.min(Math.sqrt(suitedAreaPx / areaPx), maxSidePx / Math.max(box.width, box.height));
}
