import { setTimeout as sleep } from 'node:timers/promises';

/** A place on the display, counted from its upper left corner. */
export type ScreenPoint = { xPx: number; yPx: number };

/** What to click: the middle of the first element that a selector finds, or a point of the viewport. */
export type ClickTarget = { css: string } | { xPx: number; yPx: number };

/** The part of Playwright's and Puppeteer's page that is needed here. */
type Evaluator = {
  evaluate(
    run: (target: ClickTarget) => ScreenPoint | null,
    target: ClickTarget,
  ): Promise<ScreenPoint | null>;
};

const settleMs = 60;
const maxLooks = 50;

/** Where the target is on the screen, once it has stopped moving: pictures load, bars slide in. */
export async function screenPointOf(page: Evaluator, target: ClickTarget): Promise<ScreenPoint> {
  let last: ScreenPoint | null = null;
  for (let look = 0; look < maxLooks; look++) {
    const point = await page.evaluate(locate, target);
    if (point && last && point.xPx === last.xPx && point.yPx === last.yPx) return point;
    last = point;
    await sleep(settleMs);
  }
  throw new Error(
    last ? 'The target never stopped moving.' : `Nothing to click at ${JSON.stringify(target)}.`,
  );
}

/** Runs in the page. Firefox tells where its viewport is; in Chromium it is what the window's frame leaves. */
function locate(target: ClickTarget): ScreenPoint | null {
  const middleOf = (selector: string) => {
    const element = document.querySelector(selector);
    if (!element) return null;
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return { xPx: x + width / 2, yPx: y + height / 2 };
  };
  const inViewport = 'css' in target ? middleOf(target.css) : target;
  if (!inViewport) return null;
  const { mozInnerScreenX, mozInnerScreenY } = window as {
    mozInnerScreenX?: number;
    mozInnerScreenY?: number;
  };
  const sidesPx = outerWidth - innerWidth;
  // More than a frame's width is a side panel, which opens on the right.
  const leftPx = mozInnerScreenX ?? screenX + (sidesPx > 32 ? 0 : sidesPx / 2);
  const topPx = mozInnerScreenY ?? screenY + outerHeight - innerHeight;
  return { xPx: Math.round(leftPx + inViewport.xPx), yPx: Math.round(topPx + inViewport.yPx) };
}
