import type { Page } from 'playwright-core';
import type { ChromiumSession } from '../../browser/chromium.ts';
import type { Figure, Reading } from '../figure.ts';
import { onHistoryStage } from '../history-stage.ts';
import { mainThreadWork } from '../main-thread-work.ts';
import { longMs, scroll } from '../scrolling.ts';
import { inWords, quantile } from '../statistics.ts';

const entryCount = 10_000;
/** Gallery and control in turns, so that whatever slows the machine down slows both. */
const turns = 2;
/** A wheel turned steadily, and the scroll bar torn down the whole history. */
const ways = [
  { label: 'steadily', stepPx: 120 },
  { label: 'in leaps', stepPx: 900 },
];

export const galleryScroll: Figure = {
  name: 'gallery-scroll',
  measures:
    'The gallery of 10,000 entries scrolled in Chromium, steadily and in leaps, each picture read from a real ' +
    `IndexedDB as it comes into view: frames of over ${longMs} ms by the clock, in turns with a page that scrolls the ` +
    'empty squares without a script, which is what the machine itself lets slip; and what the page’s own ' +
    'main thread works in a frame, in time of the processor, which a busy machine does not lengthen much.',
  measure: (workshop) =>
    onHistoryStage(workshop, entryCount, async ({ session }) => {
      const gallery = await openGallery(session);
      const control = await openControl(session);
      const readings: Reading[] = [];
      for (const way of ways) readings.push(...(await measureWay(way, gallery, control)));
      return readings;
    }),
};

type Way = (typeof ways)[number];

async function measureWay({ label, stepPx }: Way, gallery: Page, control: Page): Promise<Reading[]> {
  const gone: number[] = [];
  const bare: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    gone.push(...(await scroll(gallery, stepPx)));
    bare.push(...(await scroll(control, stepPx)));
  }
  const workMs = await mainThreadWork(gallery, () => scroll(gallery, stepPx));
  return [byTheClock(label, gone, bare), byItsWork(label, workMs)];
}

function byTheClock(label: string, frameMs: readonly number[], bareMs: readonly number[]): Reading {
  const isLong = (ms: number) => ms > longMs;
  return {
    label: `scrolled ${label}, frames over ${longMs} ms`,
    value: frameMs.filter(isLong).length,
    unit: 'frames',
    goal: 0,
    details:
      `of ${frameMs.length}, ${inWords(frameMs, 'ms')}, the longest ${Math.max(...frameMs).toFixed(0)} ms; ` +
      `of empty squares ${bareMs.filter(isLong).length}, the longest ${Math.max(...bareMs).toFixed(0)} ms`,
  };
}

function byItsWork(label: string, workMs: readonly number[]): Reading {
  const over = workMs.filter((ms) => ms > 1_000 / 60).length;
  return {
    label: `scrolled ${label}, most work in a frame`,
    value: Math.max(...workMs),
    unit: 'ms',
    goal: longMs,
    details: `${inWords(workMs, 'ms')}, p95 ${quantile(workMs, 0.95).toFixed(1)} ms; ${over} of ${workMs.length} frames over 16.7 ms`,
  };
}

async function openGallery(session: ChromiumSession): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(session.extensionUrl('/studio.html#history'));
  await page.getByText(/^10[,.\s]?00\d pictures?$/).waitFor();
  return page;
}

/** Squares as large as the cards, painted by the browser alone: five thousand elements would be a load of their own. */
async function openControl(session: ChromiumSession): Promise<Page> {
  const page = await session.context.newPage();
  await page.setContent(`<style>
    body {
      block-size: 400000px;
      background: linear-gradient(#ddd 154px, transparent 0) 0 0 / 166px 224px;
    }
  </style>`);
  return page;
}
