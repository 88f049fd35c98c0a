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
    'page of one word without script or style in a copy of the same extension; each opening a new tab. And when the ' +
    'panel can be used, its field for the prompt being there, against the same first paint.',
  async measure(workshop) {
    const extensionDir = await copyExtension(workshop, 'popup', { files: { 'empty.html': emptyPage } });
    const session = await launchChromium({ extensionDir });
    const openings = (path: string, readMs: (page: Page) => Promise<number>) => async () => {
      const page = await session.context.newPage();
      await page.goto(session.extensionUrl(path), { waitUntil: 'commit' });
      return readMs(page).finally(() => page.close());
    };
    const againstEmpty = (readMs: (page: Page) => Promise<number>) =>
      takeTurns({
        rounds: 15,
        warmUps: 3,
        ours: openings('/popup.html', readMs),
        theirs: openings('/empty.html', firstPaintMs),
      });
    try {
      const paint = await againstEmpty(firstPaintMs);
      const use = await againstEmpty(usableMs);
      return [
        ratioOf(paint, { label: 'first paint, popup / empty page', goal: 1.05 }),
        ratioOf(use, { label: 'usable / first paint of the empty page', goal: 1.5 }),
      ];
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

/** Since the navigation began. */
function usableMs(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => document.querySelector('main textarea') && resolve(performance.now());
        new MutationObserver(look).observe(document, { childList: true, subtree: true });
        look();
      }),
  );
}
