import type { Page } from 'playwright-core';
import { launchChromium } from '../../browser/chromium.ts';
import { copyExtension } from '../extension-copy.ts';
import type { Figure } from '../figure.ts';
import { ratioOf, takeTurns } from '../side-by-side.ts';

const emptyPage =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title></head><body>Restyle</body></html>';

export const popupPaint: Figure = {
  name: 'popup-paint',
  measures:
    'First contentful paint of the popup’s page, nothing connected, opened in a tab of headless Chromium, against a ' +
    'page of one word without script or style in a copy of the same extension; each opening a new tab.',
  async measure(workshop) {
    const extensionDir = await copyExtension(workshop, 'popup', { files: { 'empty.html': emptyPage } });
    const session = await launchChromium({ extensionDir });
    const openings = (path: string) => async () => {
      const page = await session.context.newPage();
      await page.goto(session.extensionUrl(path));
      return firstPaintMs(page).finally(() => page.close());
    };
    try {
      const sides = await takeTurns({
        rounds: 15,
        warmUps: 3,
        ours: openings('/popup.html'),
        theirs: openings('/empty.html'),
      });
      return [ratioOf(sides, { label: 'first paint, popup / empty page', goal: 1.05 })];
    } finally {
      await session.close();
    }
  },
};

/** Since the navigation began. */
function firstPaintMs(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0];
          if (!paint) return;
          observer.disconnect();
          resolve(paint.startTime);
        });
        observer.observe({ type: 'paint', buffered: true });
      }),
  );
}
