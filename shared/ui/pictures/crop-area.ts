import type { RectPx } from '#shared/images/codec.ts';
import type { SizePx } from '#shared/images/fit.ts';

/** A part of a picture: the places of its edges as shares of the picture's sides, 0..1. */
export type CropArea = { left: number; top: number; right: number; bottom: number };

/** What of it is taken hold of: a corner, or all of it. */
export type CropHandle = 'all' | 'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight';

/** What is offered at first: enough around it to take hold of. */
export const firstCropArea: CropArea = { left: 0.1, top: 0.1, right: 0.9, bottom: 0.9 };

/** A smaller part is more likely a slip than meant. */
const minShare = 0.05;

/** The area after one of its handles was moved by shares of the picture's sides; it stays within the picture. */
export function moveCropArea(area: CropArea, handle: CropHandle, byX: number, byY: number): CropArea {
  const { left, top, right, bottom } = area;
  if (handle === 'all') {
    const x = between(byX, -left, 1 - right);
    const y = between(byY, -top, 1 - bottom);
    return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
  }
  const isLeft = handle === 'topLeft' || handle === 'bottomLeft';
  const isTop = handle === 'topLeft' || handle === 'topRight';
  return {
    left: isLeft ? between(left + byX, 0, right - minShare) : left,
    right: isLeft ? right : between(right + byX, left + minShare, 1),
    top: isTop ? between(top + byY, 0, bottom - minShare) : top,
    bottom: isTop ? bottom : between(bottom + byY, top + minShare, 1),
  };
}

/** The area in whole pixels of a picture, at least one each way. */
export function cropRectOf({ left, top, right, bottom }: CropArea, { widthPx, heightPx }: SizePx): RectPx {
  const xPx = Math.min(Math.round(left * widthPx), widthPx - 1);
  const yPx = Math.min(Math.round(top * heightPx), heightPx - 1);
  return {
    xPx,
    yPx,
    widthPx: Math.max(Math.round(right * widthPx) - xPx, 1),
    heightPx: Math.max(Math.round(bottom * heightPx) - yPx, 1),
  };
}

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
