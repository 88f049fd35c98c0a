import type { Page } from 'playwright-core';
import { historyWords } from '#shared/i18n/en/history.ts';
import type { Figure, Reading } from '../figure.ts';
import { onHistoryStage } from '../history-stage.ts';
import { inWords, median } from '../statistics.ts';

const entryCount = 10_000;
const openings = 9;
const keystrokes = 'watercolour harbour gallery'.split('');

export const history: Figure = {
  name: 'history',
  measures:
    'The gallery over 10,000 entries in a real IndexedDB of Chromium: from its being put into the page until its first ' +
    'rows stand there, and from a keystroke in the search field until the rows that fit stand there.',
  measure: (workshop) =>
    onHistoryStage(workshop, entryCount, async ({ session }) => {
      const openingMs: number[] = [];
      const keyMs: number[] = [];
      for (let turn = 0; turn < openings; turn++) {
        const page = await session.context.newPage();
        await page.addInitScript(watchFirstRows);
        await page.goto(session.extensionUrl('/studio.html#history'));
        const isWarm = turn > 0;
        const firstRowsMs = await firstRows(page);
        if (isWarm) openingMs.push(firstRowsMs);
        if (isWarm && turn % 4 === 0) keyMs.push(...(await type(page)));
        await page.close();
      }
      return [reading('first rows', openingMs, 20), reading('search, each keystroke', keyMs, 8)];
    }),
};

function reading(label: string, samples: readonly number[], goal: number): Reading {
  return {
    label,
    value: median(samples),
    unit: 'ms',
    goal,
    details: `${inWords(samples, 'ms')}, ${samples.length} times; quietest ${Math.min(...samples).toFixed(1)} ms`,
  };
}

type Watched = { firstRowsMs?: number };

/** Runs in the page before anything else. */
function watchFirstRows(): void {
  let sinceMs: number | null = null;
  const observer = new MutationObserver(() => {
    if (sinceMs === null && document.querySelector('main')) sinceMs = performance.now();
    if (sinceMs === null || !document.querySelector('[data-entry]')) return;
    (globalThis as Watched).firstRowsMs = performance.now() - sinceMs;
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

async function firstRows(page: Page): Promise<number> {
  await page.locator('[data-entry]').first().waitFor();
  await page.getByText(/^[\d,.\s]+ pictures?$/).waitFor();
  return page.evaluate(() => (globalThis as Watched).firstRowsMs ?? Number.NaN);
}

/** Types letter by letter; answers how long the page took for each. */
async function type(page: Page): Promise<number[]> {
  const field = page.getByLabel(historyWords.search, { exact: true });
  const times: number[] = [];
  for (let length = 1; length <= keystrokes.length; length++) {
    times.push(await field.evaluate(keystroke, keystrokes.slice(0, length).join('')));
  }
  return times;
}

/** Runs in the page: what the browser does for a key, until the page's own work for it is done and laid out. */
async function keystroke(field: HTMLElement | SVGElement, text: string): Promise<number> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const sinceMs = performance.now();
  (field as HTMLInputElement).value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  // Rendering is put off to a microtask, and may put off more.
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  document.body.getBoundingClientRect();
  return performance.now() - sinceMs;
}
