import type { Frame, Page } from 'puppeteer-core';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import type { Job } from '#shared/jobs/job.ts';
import { noSource } from '#shared/jobs/runner.ts';
import type { CorpusCase } from '../../tests/corpus/corpus-case.ts';
import { startDisplay } from '../browser/display.ts';
import { type FirefoxSession, launchFirefox } from '../browser/firefox.ts';
import { rightClickFirefox } from '../browser/right-click-firefox.ts';
import { waitFor } from '../browser/wait-for.ts';
import { root } from '../build/run.ts';
import { readBlob, readJobs, waitForEnd, waitForNewJob } from '../product/stored-jobs.ts';
import type { Captured } from './judge.ts';

const menuPatienceMs = 1_500;

export type FirefoxProduct = { session: FirefoxSession; window: Page; close(): Promise<void> };

/** The built extension in a cold Firefox, on a display of our own. */
export async function openInFirefox(): Promise<FirefoxProduct> {
  const display = await startDisplay({ widthPx: 1280, heightPx: 900 });
  const session = await launchFirefox({ extensionDir: `${root}dist/firefox-mv3`, display });
  const window = await session.openExtensionPage('options.html');
  const close = async () => {
    await session.close();
    await display.stop();
  };
  return { session, window, close };
}

/** As in Chromium, less the browser's question: the driver has it answered by itself. */
export async function captureInFirefox(
  product: FirefoxProduct,
  url: string,
  { target, isReady }: CorpusCase,
): Promise<Captured> {
  const page = await product.session.browser.newPage();
  try {
    await page.goto(url);
    if (isReady) await page.waitForFunction(isReady);
    const first = await restyle(product, page, target);
    const hasAsked = await allowHost(product, page, first);
    const job = await waitForEnd(product.window, first.id);
    const { sourceKey } = job.recipe;
    const bytes = sourceKey === noSource ? null : (await readBlob(product.window, sourceKey)).bytes;
    return { job, bytes, hasAsked };
  } finally {
    await page.close();
  }
}

async function restyle({ session, window }: FirefoxProduct, page: Page, css: string): Promise<Job> {
  const known = new Set((await readJobs(window)).map(({ id }) => id));
  const choice = { childIndex: 0, patienceMs: menuPatienceMs };
  const hasMenu = await rightClickFirefox(session, page, { css }, choice).then(
    () => true,
    () => false,
  );
  if (!hasMenu) await restyleByPicker(session, page, css);
  const job = await waitForNewJob(window, known);
  return waitForEnd(window, job.id);
}

async function restyleByPicker(session: FirefoxSession, page: Page, css: string): Promise<void> {
  await rightClickFirefox(session, page, { css });
  await waitFor('the picker', () => page.evaluate(() => document.querySelector('restyle-picker') !== null));
  await page.keyboard.press('Enter');
  const choice = await frameWith(page, panelWords.run.button);
  await press(choice, 'input[type=radio]');
  await pressButton(choice, panelWords.run.button);
}

/** Frames on pages cannot ask in Firefox: their button opens the panel, whose card of the job can. */
async function allowHost({ session, window }: FirefoxProduct, page: Page, job: Job): Promise<boolean> {
  const { id, stage, createdAtMs } = job;
  if (stage.name !== 'failed' || stage.error.code !== 'host-not-allowed') return false;
  const { button } = errorWords(stage.error);
  await pressButton(await frameWith(page, button), button);
  const panel = await waitFor('the panel', () => pageAt(session, `popup.html?tab#job=${id}`));
  await panel.bringToFront();
  await pressButton(await frameWith(panel, button), button);
  await waitFor('the job to go on', async () =>
    (await readJobs(window)).some((each) => each.id === id && each.createdAtMs !== createdAtMs),
  );
  await panel.close();
  return true;
}

/** The driver does not tell the addresses of the extension's pages either. */
async function pageAt({ browser }: FirefoxSession, end: string): Promise<Page | null> {
  for (const page of await browser.pages()) {
    const address = await page.evaluate(() => location.href).catch(() => '');
    if (address.endsWith(end)) return page;
  }
  return null;
}

/** The driver does not tell which frames are the extension's: it is known by its words. */
function frameWith(page: Page, words: string): Promise<Frame> {
  const hasWords = (frame: Frame) =>
    frame
      .evaluate(
        (wanted) =>
          [...document.querySelectorAll('button')].some((each) => each.textContent.startsWith(wanted)),
        words,
      )
      .catch(() => false);
  return waitFor('the frame of ours', async () => {
    for (const frame of page.frames()) if (await hasWords(frame)) return frame;
    return null;
  });
}

async function pressButton(frame: Frame, words: string): Promise<void> {
  const buttons = await frame.$$('button');
  for (const button of buttons) {
    const text = await button.evaluate((element) => element.textContent);
    if (text.startsWith(words)) return button.click();
  }
  throw new Error(`There is no button "${words}".`);
}

async function press(frame: Frame, css: string): Promise<void> {
  await frame.evaluate((wanted) => document.querySelector<HTMLInputElement>(wanted)?.click(), css);
}
