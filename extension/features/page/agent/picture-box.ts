import type { BoxAnswer, BoxPx } from '../messages.ts';
import { boxOf } from './candidates/box.ts';
import { contentBox } from './content-box.ts';

/** Less than this of a picture in view is not worth having. */
const minSidePx = 24;

/** Where in the tab the visible part of a picture stands, once what was hidden is gone from the screen. */
export async function pictureBox(picture: Element | null): Promise<BoxAnswer> {
  if (!picture || isBroken(picture)) return { ok: false, refusal: 'blank' };
  const offset = offsetInTab(picture);
  if (!offset) return { ok: false, refusal: 'not-shared' };
  await nextPaint();
  const whole = contentBox(picture);
  const seen = intersection(whole, await visiblePart(picture));
  if (seen.width < minSidePx || seen.height < minSidePx) return { ok: false, refusal: 'out-of-view' };
  const isPartial = seen.width < whole.width - 1 || seen.height < whole.height - 1;
  return { ok: true, box: inScreen(seen, offset), pixelRatio: devicePixelRatio, isPartial };
}

/** Where it did not load, the screen shows the sign for that. */
function isBroken(element: Element): boolean {
  if (element.localName !== 'img') return false;
  const { complete, naturalWidth } = element as HTMLImageElement;
  return !complete || naturalWidth === 0;
}

type Offset = { xPx: number; yPx: number };

/** How far the viewport of an element's own frame is from the tab's; `null` under frames of another origin. */
function offsetInTab({ ownerDocument: { defaultView } }: Element): Offset | null {
  if (!defaultView) return null;
  if (defaultView === defaultView.top) return { xPx: 0, yPx: 0 };
  const frame = defaultView.frameElement;
  const outer = frame && offsetInTab(frame);
  if (!outer) return null;
  const box = boxOf(frame);
  return { xPx: outer.xPx + box.x + frame.clientLeft, yPx: outer.yPx + box.y + frame.clientTop };
}

/** What scrollers, clips and frames leave of an element, in its own viewport. */
function visiblePart(element: Element): Promise<DOMRect> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      observer.disconnect();
      resolve(DOMRect.fromRect(entries[0]?.intersectionRect));
    });
    observer.observe(element);
  });
}

function intersection(a: DOMRect, b: DOMRect): DOMRect {
  const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
  const [right, bottom] = [Math.min(a.right, b.right), Math.min(a.bottom, b.bottom)];
  return new DOMRect(left, top, Math.max(right - left, 0), Math.max(bottom - top, 0));
}

/** A page that is zoomed with two fingers shows a part of its viewport. */
function inScreen({ x, y, width, height }: DOMRect, { xPx, yPx }: Offset): BoxPx {
  const { scale = 1, offsetLeft = 0, offsetTop = 0 } = window.top === window ? (visualViewport ?? {}) : {};
  return {
    xPx: (x + xPx - offsetLeft) * scale,
    yPx: (y + yPx - offsetTop) * scale,
    widthPx: width * scale,
    heightPx: height * scale,
  };
}

/** When what was changed is on the screen. */
export function nextPaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
