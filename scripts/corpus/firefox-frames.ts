import type { Frame, Page } from 'puppeteer-core';
import type { FirefoxSession } from '../browser/firefox.ts';
import { waitFor } from '../browser/wait-for.ts';

/** The driver does not tell the addresses of the extension's pages: they are asked. */
export async function pageAt({ browser }: FirefoxSession, end: string): Promise<Page | null> {
  for (const page of await browser.pages()) {
    const address = await page.evaluate(() => location.href).catch(() => '');
    if (address.endsWith(end)) return page;
  }
  return null;
}

/** The driver does not tell which frames are the extension's either: one is known by the words on a button. */
export async function findFrame(page: Page, words: string): Promise<Frame | null> {
  const hasWords = (frame: Frame) =>
    frame
      .evaluate(
        (wanted) =>
          [...document.querySelectorAll('button')].some((each) => each.textContent.startsWith(wanted)),
        words,
      )
      .catch(() => false);
  for (const frame of page.frames()) if (await hasWords(frame)) return frame;
  return null;
}

export function frameWith(page: Page, words: string, timeoutMs?: number): Promise<Frame> {
  const find = () => findFrame(page, words);
  return waitFor('the frame of ours', find, timeoutMs === undefined ? {} : { timeoutMs });
}

export async function pressButton(frame: Frame, words: string): Promise<void> {
  const buttons = await frame.$$('button');
  for (const button of buttons) {
    const text = await button.evaluate((element) => element.textContent);
    if (text.startsWith(words)) return button.click();
  }
  throw new Error(`There is no button "${words}".`);
}

/** By script, as soon as it is there, and after the driver has its answer: the press may take the frame away. */
export async function press(frame: Frame, css: string): Promise<void> {
  const tryToPress = () =>
    frame.evaluate((wanted) => {
      const found = document.querySelector<HTMLElement>(wanted);
      setTimeout(() => found?.click());
      return found !== null;
    }, css);
  await waitFor(css, tryToPress);
}
