import type { BoxAnswer } from '../messages.ts';

/** Where a picture stands once what was hidden is gone from the screen; `null` when it is not wholly in view. */
export async function pictureBox(picture: Element | null): Promise<BoxAnswer> {
  const box = picture?.getBoundingClientRect();
  // A frame knows its own viewport only, which is not what the tab shows.
  if (!box || window !== window.top || !isWhollyInView(box)) return null;
  await nextPaint();
  const { x: xPx, y: yPx, width: widthPx, height: heightPx } = box;
  return { box: { xPx, yPx, widthPx, heightPx }, pixelRatio: devicePixelRatio };
}

function isWhollyInView({ top, left, bottom, right }: DOMRect): boolean {
  return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
}

function nextPaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
