import { type OverlayLayout, toolbarHeightPx } from '../messages.ts';
import { cutOf } from './following/cut.ts';
import { createSeenPart } from './following/seen-part.ts';
import { type Stand, standOf } from './following/stand.ts';
import { type FrameRect, frameRect, minResultWidthPx } from './frame-rect.ts';

/** All of an overlay, the result without its strip of buttons, or nothing of it. */
export type Shown = 'all' | 'picture' | 'nothing';

/** Where an overlay belongs and how much of it is to be seen, as declarations, asked once a frame. */
export function createPlacing(picture: Element | null) {
  const seenPart = picture && createSeenPart(picture);

  /** `null` where nothing of the picture is to be seen. */
  function cut(now: Stand, layout: OverlayLayout, shown: Shown): string | null {
    const part = seenPart ? seenPart(now) : now.box;
    const strip = { heightPx: toolbarHeightPx, minWidthPx: minResultWidthPx, isShown: shown === 'all' };
    if (!part || layout !== 'result') return part && '';
    return cutOf(now.box, part, strip);
  }

  return (layout: OverlayLayout, shown: Shown): Record<string, string> => {
    const now = picture && standOf(picture);
    const clip = now && cut(now, layout, shown);
    // A choice is what the person is busy with, wherever its picture is.
    const isInPlace = now === null || clip !== null || layout === 'choice';
    const isSeen = isInPlace && shown !== 'nothing';
    const isWanted = shown === 'all' || layout === 'result';
    return {
      ...placed(frameRect(layout, now?.box ?? null, toolbarHeightPx, window)),
      visibility: isSeen && isWanted ? 'visible' : 'hidden',
      ...(now?.turn && layout === 'result' && turned(now.box, now.turn)),
      ...(clip && { 'clip-path': clip }),
    };
  };
}

function placed({ xPx, yPx, widthPx, heightPx, isFixed }: FrameRect): Record<string, string> {
  return {
    display: 'block',
    position: isFixed ? 'fixed' : 'absolute',
    left: `${xPx}px`,
    top: `${yPx}px`,
    width: `${widthPx}px`,
    height: `${heightPx}px`,
  };
}

function turned({ width, height }: DOMRect, turn: string): Record<string, string> {
  return { transform: turn, 'transform-origin': `${width / 2}px ${height / 2}px` };
}
