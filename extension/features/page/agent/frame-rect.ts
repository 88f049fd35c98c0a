import type { OverlayLayout } from '../messages.ts';
import { contentBox } from './content-box.ts';

/** In CSS pixels; of the document, or of the viewport when fixed. */
export type FrameRect = { xPx: number; yPx: number; widthPx: number; heightPx: number; isFixed: boolean };

const cards = { card: { widthPx: 320, heightPx: 84 }, error: { widthPx: 360, heightPx: 264 } };
const gapPx = 8;
const minResultWidthPx = 240;
/** Where a result is shown whose picture cannot be found on the page. */
const lonely = { widthPx: 360, heightPx: 360 };

/** Where an overlay frame lies: the card below its picture, the result exactly over it. */
export function frameRect(
  layout: OverlayLayout,
  picture: Element | null,
  toolbarHeightPx: number,
): FrameRect {
  if (!picture) {
    const size = layout === 'result' ? lonely : cards[layout];
    return {
      ...size,
      xPx: innerWidth - size.widthPx - 16,
      yPx: innerHeight - size.heightPx - 16,
      isFixed: true,
    };
  }
  const box = contentBox(picture);
  const left = box.left + scrollX;
  const top = box.top + scrollY;
  if (layout === 'result') {
    const widthPx = Math.max(box.width, minResultWidthPx);
    return { xPx: left, yPx: top, widthPx, heightPx: box.height + toolbarHeightPx, isFixed: false };
  }
  const card = cards[layout];
  const hasRoomBelow = box.bottom + gapPx + card.heightPx <= innerHeight;
  const yPx = hasRoomBelow ? top + box.height + gapPx : top + box.height - card.heightPx - gapPx;
  return { ...card, xPx: left, yPx: Math.max(yPx, scrollY + gapPx), isFixed: false };
}
