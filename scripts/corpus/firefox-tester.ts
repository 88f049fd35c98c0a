import type { Page } from 'puppeteer-core';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { pickerWords } from '#shared/i18n/en/picker.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import type { Job } from '#shared/jobs/job.ts';
import { startDisplay } from '../browser/display.ts';
import { type FirefoxSession, launchFirefox } from '../browser/firefox.ts';
import { rightClickFirefox } from '../browser/right-click-firefox.ts';
import { screenPointOf } from '../browser/screen-point.ts';
import { waitFor } from '../browser/wait-for.ts';
import { pressKeys, xdotool } from '../browser/xdotool.ts';
import { root } from '../build/run.ts';
import { readJobs } from '../product/stored-jobs.ts';
import { findFrame, frameWith, pageAt, press, pressButton } from './firefox-frames.ts';
import type { Mode } from './outcome.ts';
import { type CorpusPage, everySite, menuPatienceMs, type Tester } from './tester.ts';

const overlayPatienceMs = 5_000;

/** The built extension in a cold Firefox, on a display of our own, with every site allowed where the mode is that. */
export async function openInFirefox(mode: Mode = 'default'): Promise<Tester> {
  const display = await startDisplay({ widthPx: 1280, heightPx: 900 });
  const session = await launchFirefox({ extensionDir: `${root}dist/firefox-mv3`, display });
  const window = await session.openExtensionPage('options.html');
  if (mode === 'everywhere') await switchOn(window);
  return {
    mode,
    window,
    async open(url, isReady) {
      const page = await session.browser.newPage();
      await page.goto(url);
      if (isReady) await page.waitForFunction(isReady);
      return pageOf(session, window, page, mode);
    },
    async close() {
      await session.close();
      await display.stop();
    },
  };
}

/** The driver has the browser's question answered by itself. */
async function switchOn(window: Page): Promise<void> {
  await window.bringToFront();
  await window.locator(`::-p-aria(${settingsWords.oneClick.label})`).click();
  const isAllowed = () =>
    window.evaluate((origins) => {
      const { browser } = globalThis as unknown as {
        browser: { permissions: { contains(wanted: { origins: string[] }): Promise<boolean> } };
      };
      return browser.permissions.contains({ origins });
    }, everySite);
  await waitFor('every site to be allowed', isAllowed);
}

function pageOf(session: FirefoxSession, window: Page, page: Page, mode: Mode): CorpusPage {
  const isPicking = () => page.evaluate(() => document.querySelector('restyle-picker') !== null);
  // Where a page keeps every key to itself, the guess is chosen at once.
  const isPickerOpen = async () =>
    (await isPicking()) || (await findFrame(page, pickerWords.choice.other)) !== null;
  const wait = () => waitFor('the picker', isPickerOpen);
  return {
    chooseInMenu: (css) =>
      rightClickFirefox(session, page, { css }, { childIndex: 0, patienceMs: menuPatienceMs }),
    async openPicker(css) {
      const byMenu = mode === 'default' ? rightClickFirefox(session, page, { css }) : Promise.reject();
      await byMenu.catch(() => pressShortcut(session, page, css));
      // A page can keep both the menu and the shortcut to itself.
      await wait().catch(() => rightClickFirefox(session, page, { css }, { withShift: true }));
      await wait();
    },
    isPickerOpen,
    async takeGuess() {
      if (await isPicking()) await page.keyboard.press('Enter');
      const choice = await frameWith(page, panelWords.run.button);
      await press(choice, 'input[type=radio]');
      await press(choice, 'button[data-kind=primary][aria-disabled=false]');
    },
    allowHost: (job) => allowHost(session, window, page, job),
    close: () => page.close(),
  };
}

/** Where the page or the browser opens no menu. */
async function pressShortcut({ display }: FirefoxSession, page: Page, css: string): Promise<void> {
  if (!display) throw new Error('The shortcut needs a display of our own.');
  const { xPx, yPx } = await screenPointOf(page, { css });
  await xdotool(display, 'mousemove', xPx, yPx);
  await pressKeys(display, ['alt+shift+y']);
}

/** Frames on pages cannot ask in Firefox: their button opens the panel, whose card of the job can. */
async function allowHost(session: FirefoxSession, window: Page, page: Page, job: Job): Promise<boolean> {
  const { id, stage, createdAtMs } = job;
  if (stage.name !== 'failed' || stage.error.code !== 'host-not-allowed') return false;
  const { button } = errorWords(stage.error);
  const panelPath = `popup.html?tab#job=${id}`;
  const overlay = await frameWith(page, button, overlayPatienceMs).catch(() => null);
  if (overlay) await pressButton(overlay, button);
  // Where nothing of ours can lie on the page, the toolbar's button leads to the panel.
  const panel = overlay
    ? await waitFor('the panel', () => pageAt(session, panelPath))
    : await session.openExtensionPage(panelPath);
  await panel.bringToFront();
  await pressButton(await frameWith(panel, button), button);
  await waitFor('the job to go on', async () =>
    (await readJobs(window)).some((each) => each.id === id && each.createdAtMs !== createdAtMs),
  );
  await panel.close();
  return true;
}
