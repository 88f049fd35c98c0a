import type { Edges } from './visible-part.ts';

/** The strip of buttons below a result. */
export type Strip = { heightPx: number; minWidthPx: number; isShown: boolean };

/**
 * What of an overlay is to be seen, as a `clip-path`: the part of the picture that its page shows, and the
 * strip below it for as long as the picture's lower edge is to be seen. Empty where nothing is cut off.
 */
export function cutOf(box: DOMRect, part: Edges, strip: Strip): string {
  const left = Math.max(part.left - box.left, 0);
  const top = Math.max(part.top - box.top, 0);
  const right = Math.max(box.right - part.right, 0);
  const bottom = Math.max(box.bottom - part.bottom, 0);
  const isWhole = left < 0.5 && top < 0.5 && right < 0.5 && bottom < 0.5;
  if (isWhole && strip.isShown) return '';
  const spareWidth = Math.max(strip.minWidthPx - box.width, 0);
  if (!strip.isShown || bottom >= 0.5) {
    return `inset(${px(top)} ${px(right + spareWidth)} ${px(bottom + strip.heightPx)} ${px(left)})`;
  }
  return `inset(${px(top)} ${px(right)} 0px ${px(left)})`;
}

function px(value: number): string {
  return `${Math.round(value * 100) / 100}px`;
}
