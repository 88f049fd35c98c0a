import type { Page } from 'playwright-core';
import type { ChromiumSession } from '../../browser/chromium.ts';
import type { Figure, Reading } from '../figure.ts';
import { onHistoryStage } from '../history-stage.ts';
import { inWords } from '../statistics.ts';

const entryCount = 10_000;
const frameCount = 400;
const longMs = 50;
/** A wheel turned steadily, and the scroll bar torn down the whole history. */
const ways = [
  { label: 'steadily', stepPx: 120 },
  { label: 'in leaps', stepPx: 900 },
];

export const galleryScroll: Figure = {
  name: 'gallery-scroll',
  measures:
    'Frames of over 50 ms while the gallery of 10,000 entries is scrolled in Chromium, each picture read from a real ' +
    `IndexedDB as it comes into view: ${frameCount} frames, steadily and in leaps. Beside it the same on a page as ` +
    'tall that holds nothing, which is what the machine itself lets slip.',
  measure: (workshop) =>
    onHistoryStage(workshop, entryCount, async ({ session }) => {
      const gallery = await openGallery(session);
      const bare = await openBare(session);
      const readings: Reading[] = [];
      for (const { label, stepPx } of ways) {
        const bareMs = await scroll(bare, stepPx);
        readings.push(reading(label, await scroll(gallery, stepPx), bareMs));
      }
      return readings;
    }),
};

function reading(label: string, frameMs: readonly number[], bareMs: readonly number[]): Reading {
  const longest = Math.max(...frameMs).toFixed(1);
  const slips = bareMs.filter((ms) => ms > longMs).length;
  return {
    label: `scrolled ${label}, frames over ${longMs} ms`,
    value: frameMs.filter((ms) => ms > longMs).length,
    unit: 'frames',
    goal: 0,
    details: `${inWords(frameMs, 'ms')} a frame, the longest ${longest} ms; ${slips} on the empty page`,
  };
}

async function openGallery(session: ChromiumSession): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(session.extensionUrl('/studio.html#history'));
  await page.getByText(/^10[,.\s]?00\d pictures?$/).waitFor();
  return page;
}

async function openBare(session: ChromiumSession): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto('about:blank');
  await page.evaluate(() => {
    document.body.style.blockSize = '400000px';
  });
  return page;
}

/** How long each frame took, in milliseconds. */
async function scroll(page: Page, stepPx: number): Promise<number[]> {
  await page.bringToFront();
  return page.evaluate(scrollInPage, { stepPx, frameCount });
}

/** Runs in the page. */
async function scrollInPage({ stepPx, frameCount: count }: { stepPx: number; frameCount: number }) {
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  scrollTo(0, 0);
  // What the jump to the top brings is not scrolling.
  for (let frame = 0; frame < 10; frame++) await nextFrame();
  const frameMs: number[] = [];
  let lastMs = await nextFrame();
  for (let frame = 0; frame < count; frame++) {
    scrollBy(0, stepPx);
    const nowMs = await nextFrame();
    frameMs.push(nowMs - lastMs);
    lastMs = nowMs;
  }
  return frameMs;
}
