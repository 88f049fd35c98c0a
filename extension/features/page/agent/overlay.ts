import { type OverlayLayout, type PictureFit, toolbarHeightPx } from '../messages.ts';
import { fitOf } from './content-box.ts';
import { frameRect } from './frame-rect.ts';
import { runtime } from './runtime.ts';

export type Overlay = ReturnType<typeof createOverlay>;

const followEveryMs = 250;

/**
 * An extension frame laid over a picture, in a closed shadow root: the page cannot read what it
 * shows. It follows the picture, and goes when the picture or the extension goes.
 */
export function createOverlay(frameUrl: string, picture: Element | null) {
  let layout: OverlayLayout = 'card';
  const host = document.createElement('restyle-overlay');
  const frame = document.createElement('iframe');
  frame.src = frameUrl;
  frame.allow = 'clipboard-write *';
  frame.title = 'Restyle';
  frame.style.cssText =
    'width:100%;height:100%;border:0;display:block;color-scheme:light dark;background:transparent';
  host.attachShadow({ mode: 'closed' }).append(frame);
  document.documentElement.append(host);

  function place(): void {
    if (runtime.id === undefined || (picture && !picture.isConnected)) {
      remove();
      return;
    }
    const { xPx, yPx, widthPx, heightPx, isFixed } = frameRect(layout, picture, toolbarHeightPx);
    host.style.cssText =
      `all:initial;position:${isFixed ? 'fixed' : 'absolute'};z-index:2147483647;` +
      `left:${xPx}px;top:${yPx}px;width:${widthPx}px;height:${heightPx}px`;
  }

  const timer = setInterval(place, followEveryMs);
  addEventListener('resize', place);
  addEventListener('scroll', place, { capture: true, passive: true });
  place();

  function remove(): void {
    clearInterval(timer);
    removeEventListener('resize', place);
    removeEventListener('scroll', place, { capture: true });
    host.remove();
  }

  return {
    picture,
    remove,

    setLayout(next: OverlayLayout): PictureFit | null {
      layout = next;
      place();
      return picture && fitOf(picture);
    },

    hide(): void {
      frame.style.visibility = 'hidden';
    },

    reveal(): true {
      frame.style.visibility = '';
      return true;
    },
  };
}
