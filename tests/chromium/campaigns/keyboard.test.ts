import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRecipeNote } from '#shared/history/recipe-note.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { readJobs, waitForEnd, waitForNewJob } from '../../../scripts/product/stored-jobs.ts';
import { isWhole } from '../../campaign.ts';
import { type ProductTest, photo, startProductTest } from '../product-fixture.ts';

let test: ProductTest;
let page: Page;

beforeAll(async () => {
  test = await startProductTest(['coffee.png']);
  page = await openOwn('/popup.html?tab');
});
afterAll(() => test.close());

async function openOwn(path: string): Promise<Page> {
  const { session } = test.product;
  const opened = await session.context.newPage();
  await opened.goto(session.extensionUrl(path));
  return opened;
}

/** As far as it takes, as a person without a pointer goes. */
async function tabTo(target: Locator): Promise<void> {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to ${target}`);
}

async function download(press: () => Promise<void>): Promise<Buffer> {
  const downloading = page.waitForEvent('download');
  await press();
  return readFile(await (await downloading).path());
}

/** Puts a picture where Copy in any other program puts one. */
async function copyPhoto(name: string): Promise<void> {
  const base64 = (await readFile(photo(name))).toString('base64');
  await page.bringToFront();
  await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    await navigator.clipboard.write([
      new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) }),
    ]);
  }, base64);
}

const button = (name: string | RegExp) => page.getByRole('button', { name }).first();

describe('by keyboard alone', () => {
  it.runIf(isWhole)('a picture is pasted, restyled by a prompt, and saved', async () => {
    await copyPhoto('coffee.png');
    await page.keyboard.press('Control+v');
    await button(panelWords.picture.change).waitFor();
    await tabTo(page.getByRole('textbox').first());
    await page.keyboard.type('as a linocut in two colours');
    const known = new Set((await readJobs(test.product.window)).map(({ id }) => id));
    await page.keyboard.press('Control+Enter');
    const { id } = await waitForNewJob(test.product.window, known);
    expect((await waitForEnd(test.product.window, id)).stage.name).toBe('done');
    await button(panelWords.jobs.download).waitFor();
    await tabTo(button(panelWords.jobs.download));
    const file = await download(() => page.keyboard.press('Enter'));
    expect(readRecipeNote(file)?.prompt).toContain('linocut');
  });

  it.runIf(isWhole)(
    'a menu opens on its first item, leads on by arrows and letters, and gives the focus back',
    async () => {
      await tabTo(button(/^More for/));
      await page.keyboard.press('Enter');
      const items = page.getByRole('menuitem');
      await expect.poll(() => items.first().evaluate((item) => item.matches(':focus'))).toBe(true);
      await page.keyboard.press('d');
      const clean = await download(() => page.keyboard.press('Enter'));
      expect(readRecipeNote(clean)).toBe(null);
      expect(await button(/^More for/).evaluate((element) => element.matches(':focus'))).toBe(true);
      await page.keyboard.press('Enter');
      await items.first().waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => items.count()).toBe(0);
    },
  );

  it.runIf(isWhole)('the result is compared with its original, near by, and left again', async () => {
    await page.close();
    page = await openOwn('/studio.html#history');
    await page.locator('[data-entry]').first().waitFor();
    await tabTo(page.locator('[data-entry]').first());
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('img').nth(1).waitFor();
    await page.keyboard.press('+');
    await dialog.getByText('150 %').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it.runIf(isWhole)('several are selected, deleted at once, and had back', async () => {
    await page.locator('[data-entry]').first().focus();
    await page.keyboard.press('x');
    await page.getByText(historyWords.select.count(1)).waitFor();
    await page.keyboard.press('Delete');
    await expect.poll(() => page.locator('[data-entry]').count()).toBe(0);
    await page.getByRole('button', { name: historyWords.undo }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[data-entry]').count()).toBe(1);
  });
});
