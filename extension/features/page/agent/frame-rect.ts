import type { OverlayLayout } from '../messages.ts';

/** In CSS pixels; of the document, or of the viewport when fixed. */
export type FrameRect = { xPx: number; yPx: number; widthPx: number; heightPx: number; isFixed: boolean };

const cards = {
  card: { widthPx: 320, heightPx: 84 },
  error: { widthPx: 360, heightPx: 264 },
  choice: { widthPx: 440, heightPx: 392 },
};
const gapPx = 8;
export const minResultWidthPx = 240;
/** Where a result is shown whose picture cannot be found on the page. */
const lonely = { widthPx: 360, heightPx: 360 };

/** Where an overlay frame lies: the card below its picture, the result exactly over it. */
export function frameRect(
  layout: OverlayLayout,
  box: DOMRect | null,
  toolbarHeightPx: number,
  view: Pick<Window, 'innerWidth' | 'innerHeight' | 'scrollX' | 'scrollY'>,
): FrameRect {
  const { innerWidth, innerHeight, scrollX, scrollY } = view;
  if (!box) {
    const size = layout === 'result' ? lonely : cards[layout];
    return {
      ...size,
      xPx: innerWidth - size.widthPx - 16,
      yPx: innerHeight - size.heightPx - 16,
      isFixed: true,
    };
  }
  if (layout === 'result') {
    const widthPx = Math.max(box.width, minResultWidthPx);
    const heightPx = box.height + toolbarHeightPx;
    return { xPx: box.left + scrollX, yPx: box.top + scrollY, widthPx, heightPx, isFixed: false };
  }
  // A narrow window holds all of it, and its buttons.
  const widthPx = Math.min(cards[layout].widthPx, innerWidth - 2 * gapPx);
  const card = { ...cards[layout], widthPx };
  const below = box.bottom + gapPx;
  const hasRoomBelow = below + card.heightPx <= innerHeight;
  const top = hasRoomBelow ? below : box.bottom - card.heightPx - gapPx;
  const mostLeft = Math.max(gapPx, innerWidth - widthPx - gapPx);
  const xPx = Math.min(Math.max(box.left, gapPx), mostLeft) + scrollX;
  return { ...card, xPx, yPx: Math.max(top, gapPx) + scrollY, isFixed: false };
}
