import type { OverlayLayout, PictureFit } from '../messages.ts';
import { fitOf } from './content-box.ts';
import { minResultWidthPx } from './frame-rect.ts';
import { createLayer, inlineStyle } from './layer.ts';
import { createPlacing, type Shown } from './overlay-style.ts';
import { runtime } from './runtime.ts';

export type Overlay = ReturnType<typeof createOverlay>;

const frameStyle =
  'width:100%;height:100%;border:0;display:block;color-scheme:light dark;background:transparent';

/**
 * An extension frame laid over a picture, in a closed shadow root: the page cannot read what it
 * shows. It follows the picture from frame to frame, hides where that is clipped or covered, and goes
 * when the picture or the extension goes.
 */
export function createOverlay(frameUrl: string, picture: Element | null) {
  // Pictures in frames within are followed from here, where a card has room.
  const layer = createLayer('restyle-overlay', picture?.ownerDocument === document ? picture : null);
  const frame = frameFor(frameUrl);
  layer.root.append(frame);
  const styleNow = createPlacing(picture);
  let layout: OverlayLayout = 'card';
  let shown: Shown = 'all';
  let style = '';
  let request = 0;

  function place(): void {
    const next = inlineStyle(styleNow(layout, shown));
    if (next !== style) layer.host.style.cssText = next;
    style = next;
  }

  function follow(): void {
    if (runtime.id === undefined || (picture && isGone(picture))) {
      remove();
      return;
    }
    place();
    request = requestAnimationFrame(follow);
  }

  function remove(): void {
    cancelAnimationFrame(request);
    layer.remove();
  }

  follow();
  return {
    picture,
    host: layer.host,
    remove,
    focus: () => frame.focus({ preventScroll: true }),

    setLayout(next: OverlayLayout): PictureFit | null {
      layout = next;
      place();
      const fit = picture && fitOf(picture);
      // Where the frame is as wide as its picture, the result grows and shrinks with it.
      return fit?.widthPx && fit.widthPx >= minResultWidthPx ? { ...fit, widthPx: null } : fit;
    },

    show(next: Shown): true {
      shown = next;
      place();
      return true;
    },
  };
}

function frameFor(url: string): HTMLIFrameElement {
  const frame = document.createElementNS('http://www.w3.org/1999/xhtml', 'iframe') as HTMLIFrameElement;
  frame.src = url;
  frame.allow = 'clipboard-write *';
  frame.title = 'Restyle';
  frame.style.cssText = frameStyle;
  return frame;
}

/** Taken out of its page, or with the frame it is in. */
function isGone(picture: Element): boolean {
  return !picture.isConnected || picture.ownerDocument.defaultView === null;
}
