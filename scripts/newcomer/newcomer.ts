import type { Page } from 'playwright-core';
import { welcomeWords } from '#shared/i18n/en/welcome.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { type ChromiumSession, launchChromium } from '../browser/chromium.ts';
import type { Display } from '../browser/display.ts';
import { waitFor } from '../browser/wait-for.ts';
import { root } from '../build/run.ts';
import { createHand } from './hand.ts';
import type { Way } from './ways.ts';

/** From the install, with the browser's own start, to the first picture. */
export type Outcome = { seconds: number; clicks: number };

export type NewcomerOptions = {
  display: Display;
  way: Way;
  presetId: string;
  /** Looks at the page once the first picture is there. */
  onDone?: (page: Page) => Promise<void>;
};

const patienceMs = 60_000;

/** A cold profile, an install, and nobody who has read anything. */
export async function runNewcomer(options: NewcomerOptions): Promise<Outcome> {
  const { display, way, presetId, onDone } = options;
  const beganAtMs = performance.now();
  const { session, page } = await install(display);
  try {
    const hand = createHand(session, page);
    await way(page, hand);
    await page.getByRole('heading', { name: welcomeWords.practice.title }).waitFor();
    await hand.chooseLook('figure img', indexOf(presetId));
    await page.getByText(welcomeWords.practice.done).waitFor({ timeout: patienceMs });
    const seconds = (performance.now() - beganAtMs) / 1000;
    await onDone?.(page);
    return { seconds, clicks: hand.clicks() };
  } finally {
    await session.close();
  }
}

/** A browser that has just got the extension, and the page that this opens. */
export async function install(display: Display): Promise<{ session: ChromiumSession; page: Page }> {
  const extensionDir = `${root}dist/chrome-mv3`;
  const session = await launchChromium({ extensionDir, display, keepsWelcome: true });
  try {
    await session.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await waitFor('the welcome page', () =>
      session.context.pages().find((each) => each.url().endsWith('/welcome.html')),
    );
    await page.getByRole('heading', { name: welcomeWords.title }).waitFor();
    return { session, page };
  } catch (error) {
    await session.close();
    throw error;
  }
}

export function indexOf(presetId: string): number {
  return builtInPresets.findIndex(({ id }) => id === presetId);
}
