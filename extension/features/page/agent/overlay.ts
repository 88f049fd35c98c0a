import type { OverlayLayout, PictureFit } from '../messages.ts';
import { fitOf } from './content-box.ts';
import { minResultWidthPx } from './frame-rect.ts';
import { createLayer, inlineStyle } from './layer.ts';
import { createPlacing, type Ground, type Shown } from './overlay-style.ts';
import { runtime } from './runtime.ts';

export type Overlay = ReturnType<typeof createOverlay>;

const frameStyle =
  'width:100%;height:100%;border:0;display:block;color-scheme:light dark;background:transparent';

/**
 * An extension frame laid over a picture, in a closed shadow root: the page cannot read what it
 * shows. It follows the picture from frame to frame, hides where that is clipped or covered, and goes
 * when the picture or the extension goes.
 */
export function createOverlay(frameUrl: string, ground: Ground) {
  const { picture } = ground;
  const home = picture ?? document.documentElement;
  const view = home.ownerDocument.defaultView ?? window;
  const layer = createLayer('restyle-overlay', home);
  layer.root.append(frameFor(frameUrl, home.ownerDocument));
  const styleNow = createPlacing(ground, view);
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
    if (runtime.id === undefined || (picture && !picture.isConnected)) {
      remove();
      return;
    }
    place();
    request = view.requestAnimationFrame(follow);
  }

  function remove(): void {
    view.cancelAnimationFrame(request);
    layer.remove();
  }

  follow();
  return {
    picture,
    remove,
    layout: () => layout,

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

function frameFor(url: string, document: Document): HTMLIFrameElement {
  const frame = document.createElementNS('http://www.w3.org/1999/xhtml', 'iframe') as HTMLIFrameElement;
  frame.src = url;
  frame.allow = 'clipboard-write *';
  frame.title = 'Restyle';
  frame.style.cssText = frameStyle;
  return frame;
}
