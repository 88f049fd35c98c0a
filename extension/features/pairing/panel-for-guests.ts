import { browser } from 'wxt/browser';
import { AppError } from '#shared/errors/app-error.ts';
import type { Clock } from '#shared/ports.ts';
import { openPage, panelPath } from '../../platform/views/open-page.ts';

/** As often as a person sends a picture over; a guest that asks for more is none, or has gone wrong. */
const mostAMinute = 6;
const minuteMs = 60_000;

const path = `${panelPath}?tab` as const;

/** Where guests' pictures are shown: one after the other, in one tab as long as it is there, and not without end. */
export function createPanelForGuests(clock: Pick<Clock, 'monotonicMs'>) {
  let last: Promise<unknown> = Promise.resolve();
  let shownAtMs: readonly number[] = [];

  async function show(take: () => Promise<void>): Promise<void> {
    const nowMs = clock.monotonicMs();
    shownAtMs = shownAtMs.filter((atMs) => nowMs - atMs < minuteMs);
    if (shownAtMs.length >= mostAMinute) {
      throw new AppError('handoff-too-often', `${mostAMinute} pictures came within a minute`);
    }
    await take();
    shownAtMs = [...shownAtMs, nowMs];
    await bringForward();
  }

  return {
    /** Has `take` keep the picture that the panel begins with, then shows it. Raises `handoff-too-often`. */
    show(take: () => Promise<void>): Promise<void> {
      const mine = last.then(() => show(take));
      last = mine.catch(() => {});
      return mine;
    },
  };
}

/** A panel that has gone on to a job of its own is somebody's work and is left alone. */
async function bringForward(): Promise<void> {
  // A browser that cannot look through our own pages opens another.
  const [tab] = await browser.tabs.query({ url: browser.runtime.getURL(path) }).catch(() => []);
  if (tab?.id === undefined) return openPage(path);
  await browser.tabs.reload(tab.id);
  await browser.tabs.update(tab.id, { active: true });
  await browser.windows.update(tab.windowId, { focused: true });
}
