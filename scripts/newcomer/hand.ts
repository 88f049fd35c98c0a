import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import type { ChromiumSession } from '../browser/chromium.ts';
import { acceptPermissionPrompt, canPagesHear } from '../browser/permission-prompt.ts';
import { rightClick } from '../browser/right-click.ts';
import { screenPointOf } from '../browser/screen-point.ts';
import { waitFor } from '../browser/wait-for.ts';
import { pressKeys, xdotool } from '../browser/xdotool.ts';
import { glide } from './glide.ts';

export type Hand = ReturnType<typeof createHand>;

/** A newcomer's mouse and keyboard, as real as a person's, and how often the mouse was pressed. */
export function createHand(session: ChromiumSession, page: Page, { paceMs = 0 } = {}) {
  const { display } = session;
  if (!display) throw new Error('A newcomer needs a display of their own: Xvfb and xdotool.');
  let clicks = 0;

  async function middleOf(target: Locator) {
    await target.waitFor();
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (!box) throw new Error('There is nothing to press.');
    return screenPointOf(page, { xPx: box.x + box.width / 2, yPx: box.y + box.height / 2 });
  }

  /** At once, or as a hand that is watched moves. */
  const move = (xPx: number, yPx: number) =>
    paceMs > 0 ? glide(display, { xPx, yPx }) : xdotool(display, 'mousemove', xPx, yPx);
  async function moveTo(xPx: number, yPx: number): Promise<void> {
    await move(xPx, yPx);
    await sleep(paceMs / 2);
  }

  return {
    clicks: () => clicks,

    async press(target: Locator): Promise<void> {
      const { xPx, yPx } = await middleOf(target);
      await moveTo(xPx, yPx);
      await xdotool(display, 'click', 1);
      clicks += 1;
    },

    /** The text comes from elsewhere, a message or the dashboard, where copying it is no step of ours. */
    async paste(text: string): Promise<void> {
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
      await sleep(paceMs);
      await waitFor('the page to have the keyboard', () => canPagesHear(session, display));
      await pressKeys(display, ['ctrl+v']);
    },

    async allow(origins: string[]): Promise<void> {
      await acceptPermissionPrompt(session, { origins });
      clicks += 1;
    },

    /** The right button, and the look in the menu: its submenu opens under the pointer. */
    async chooseLook(css: string, childIndex: number): Promise<void> {
      const { xPx, yPx } = await screenPointOf(page, { css });
      await moveTo(xPx, yPx);
      await rightClick(session, page, { css }, { childIndex, paceMs: paceMs / 3 });
      clicks += 2;
    },
  };
}
