import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { dataWords } from '#shared/i18n/en/data.ts';
import { presetWords } from '#shared/i18n/en/presets.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { allowingHosts } from '../../../scripts/product/answer-prompt.ts';
import { openProduct, type Product } from '../../../scripts/product/open-product.ts';
import { restyleByMenu } from '../../../scripts/product/restyle.ts';
import { waitForEnd } from '../../../scripts/product/stored-jobs.ts';
import { isWhole } from '../../campaign.ts';
import { violationsByScheme } from '../axe.ts';
import { readHistory } from '../history-stage.ts';
import { type ProductTest, startProductTest } from '../product-fixture.ts';

const words = dataWords.import;
const password = 'three small words';

async function settingsOf({ session }: Product): Promise<Page> {
  const page = await session.context.newPage();
  // Nobody can answer the browser's own dialog here, so the way of browsers without it is taken.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
  await page.goto(session.extensionUrl('/options.html'));
  return page;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const zipInput = (page: Page) => page.locator('input[type=file][accept*=zip]');

/** A zip with a picture, a preset, a setting and a locked key; its path. */
async function takeOut(first: ProductTest): Promise<string> {
  const { product, page, photos, standIn } = first;
  const { id } = await restyleByMenu(product, page, { css: photos.target(0) }, 'builtin.watercolour');
  await waitForEnd(product.window, id);
  const settings = await settingsOf(product);
  await press(settings, presetWords.create);
  await settings.getByLabel(presetWords.form.name, { exact: true }).fill('Riso poster');
  await settings.getByLabel(presetWords.form.prompt).fill('Redraw this picture as a poster.');
  await press(settings, presetWords.form.save);
  await settings.getByLabel(settingsWords.theme.label).selectOption('dark');
  await expect.poll(async () => (await readHistory(settings)).length).toBe(1);

  await settings.getByLabel(dataWords.withKeys).check();
  await settings.getByLabel(dataWords.password, { exact: true }).fill('too short');
  await press(settings, dataWords.export);
  await settings.getByText(dataWords.passwordTooShort).waitFor();
  await settings.getByLabel(dataWords.password, { exact: true }).fill(password);
  const [download] = await Promise.all([
    settings.waitForEvent('download'),
    press(settings, dataWords.export),
  ]);
  const path = await download.path();
  const bytes = await readFile(path);
  expect(bytes.includes('Riso poster')).toBe(true);
  expect(bytes.includes(standIn.apiKey)).toBe(false);
  return path;
}

/** Takes the zip into a browser that has nothing, and back out of it. */
async function takeInAndUndo(path: string, first: ProductTest, second: Product): Promise<void> {
  const page = await settingsOf(second);
  await zipInput(page).setInputFiles(path);
  await page.getByText(words.results(1)).waitFor();
  expect(await violationsByScheme(page)).toEqual([]);
  const hosts = ['http://127.0.0.1/*'];
  const field = page.getByLabel(words.keys, { exact: true });
  await field.fill('three other words');
  await allowingHosts(second, hosts, () => press(page, words.take));
  await page.getByText(words.wrong).waitFor();
  expect(await readHistory(page)).toEqual([]);
  await field.fill(password);
  await press(page, words.take);
  await page.getByText(words.taken(1, 1)).waitFor();

  const other = await settingsOf(second);
  await other.getByText('Riso poster', { exact: true }).waitFor();
  await other.getByText(/^Connected to/).waitFor();
  expect(await other.getByLabel(settingsWords.theme.label).inputValue()).toBe('dark');
  const [entry] = await readHistory(other);
  await other.goto(second.session.extensionUrl(`/studio.html#history&entry=${entry?.id}`));
  // Before and after, from the file's own pictures.
  await other.getByRole('slider').waitFor();
  const [original] = await readHistory(first.product.window);
  expect(entry).toEqual(original);
  expect(await violationsByScheme(page)).toEqual([]);

  await press(page, words.undo);
  await page.getByText(words.undone).waitFor();
  expect(await readHistory(page)).toEqual([]);
  await other.goto(second.session.extensionUrl('/options.html'));
  await other.getByText(settingsWords.connect, { exact: true }).waitFor();
  expect(await other.getByText('Riso poster', { exact: true }).count()).toBe(0);
  expect(await other.getByLabel(settingsWords.theme.label).inputValue()).toBe('system');
}

async function isRefused(second: Product): Promise<void> {
  const page = await settingsOf(second);
  await zipInput(page).setInputFiles({
    name: 'a.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('no zip'),
  });
  await page.getByText('This is no zip file.').waitFor();
}

// One test, with browsers of its own: a second try begins where the first did.
it.runIf(isWhole)(
  'everything goes out as one file, its keys locked, into another browser, and out of that again',
  async () => {
    const first = await startProductTest(['coffee.png']);
    onTestFinished(() => first.close());
    const second = await openProduct();
    onTestFinished(() => second.close());
    await isRefused(second);
    await takeInAndUndo(await takeOut(first), first, second);
  },
  240_000,
);
