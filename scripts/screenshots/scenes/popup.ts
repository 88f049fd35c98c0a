import type { Page } from 'playwright-core';
import { historyWords } from '#shared/i18n/en/history.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { readJobs, waitForNewJob } from '../../product/stored-jobs.ts';
import { failNextRun, finish, finishJobs, holdInMidRun } from '../jobs.ts';
import type { Scene } from '../scene.ts';
import { openOwnPage, photo, type Stage } from '../stage.ts';

declare const chrome: { storage: { local: { remove(key: string): Promise<void> } } };

/** As wide as the popup makes itself, and as tall as browsers let it be. */
const popup = { widthsPx: [380], heightPx: 600 } as const;
const tab = { widthsPx: [400, 1280], heightPx: 800 } as const;

/** A page under a picture's name. */
const noPicture = {
  name: 'invoice.png',
  mimeType: 'image/png',
  buffer: Buffer.from('<!doctype html><title>An invoice</title>'),
};

/** Before anything is connected. */
export const unconnectedScenes: readonly Scene[] = [
  { ...popup, name: 'popup-not-connected', open: (stage) => openOwnPage(stage, '/popup.html') },
  { ...tab, name: 'panel-not-connected', open: (stage) => openOwnPage(stage, '/popup.html?tab') },
  {
    ...tab,
    widthsPx: [320],
    name: 'panel-side-not-connected',
    open: (stage) => openOwnPage(stage, '/sidepanel.html'),
  },
  { ...tab, name: 'history-empty', open: (stage) => openOwnPage(stage, '/studio.html#history') },
];

/** In this order: each leaves behind what the next one shows. */
export const panelScenes: readonly Scene[] = [
  { ...popup, name: 'popup-empty', open: openAnew },
  { ...tab, name: 'panel-empty', open: openTab },
  {
    ...popup,
    name: 'popup-bad-file',
    async open(stage) {
      const page = await openPopup(stage);
      await page.locator('input[type=file]').setInputFiles(noPicture);
      await page.getByRole('alert').waitFor();
      return page;
    },
  },
  {
    ...popup,
    name: 'popup-picture',
    async open(stage) {
      const page = await openTab(stage);
      await choosePicture(page, photo('coffee.png'));
      await page.close();
      return openPopup(stage);
    },
  },
  {
    ...tab,
    name: 'panel-more',
    async open(stage) {
      const page = await openTab(stage);
      await page.getByText(panelWords.seed.more, { exact: true }).click();
      await page.getByLabel(panelWords.seed.fixed).check();
      await page.getByRole('spinbutton', { name: 'Steps' }).fill('32');
      await page.getByRole('combobox', { name: 'Sampler' }).scrollIntoViewIfNeeded();
      return page;
    },
  },
  { ...popup, name: 'popup-running', wholePage: true, open: showRunning },
  { ...popup, name: 'popup-offline', wholePage: true, open: showOffline },
  { ...popup, name: 'popup-done', wholePage: true, open: showDone },
  { ...popup, name: 'popup-result', open: showRecent },
  {
    ...popup,
    name: 'popup-compare',
    async open(stage) {
      const page = await showRecent(stage);
      await page.getByRole('button', { name: panelWords.jobs.compare }).first().click();
      await page.getByRole('slider', { name: panelWords.compare.slider }).waitFor();
      return page;
    },
  },
  {
    ...popup,
    name: 'popup-menu',
    async open(stage) {
      const page = await showRecent(stage);
      await page
        .getByRole('button', { name: /^More for/ })
        .first()
        .click();
      await page.getByRole('menu').waitFor();
      return page;
    },
  },
  { ...tab, name: 'panel-done', wholePage: true, open: openTab },
  {
    ...tab,
    name: 'panel-side',
    widthsPx: [320, 480],
    open: (stage) => openOwnPage(stage, '/sidepanel.html'),
  },
  {
    ...tab,
    name: 'panel-rtl',
    wholePage: true,
    async open(stage) {
      const page = await openTab(stage);
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
      return page;
    },
  },
  {
    ...popup,
    name: 'popup-failed',
    wholePage: true,
    async open(stage) {
      const page = await openPopup(stage);
      failNextRun(stage);
      await finish(stage, await pressRun(stage, page));
      await page.getByRole('article').first().getByText('ran out of memory').waitFor();
      return page;
    },
  },
];

async function openPopup(stage: Stage): Promise<Page> {
  return openOwnPage(stage, '/popup.html');
}

/** Without the picture that was taken last. */
async function openAnew(stage: Stage): Promise<Page> {
  await stage.product.window.evaluate(() => chrome.storage.local.remove('last-picture'));
  return openPopup(stage);
}

async function openTab(stage: Stage): Promise<Page> {
  return openOwnPage(stage, '/popup.html?tab');
}

async function choosePicture(page: Page, path: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByRole('button', { name: panelWords.picture.change }).waitFor();
}

async function pressRun({ product }: Stage, page: Page) {
  const known = new Set((await readJobs(product.window)).map(({ id }) => id));
  await page.getByRole('button', { name: panelWords.run.button }).click();
  return waitForNewJob(product.window, known);
}

async function showRunning(stage: Stage): Promise<Page> {
  const page = await openPopup(stage);
  await holdInMidRun(stage, () => pressRun(stage, page));
  return page;
}

async function showDone(stage: Stage): Promise<Page> {
  await finishJobs(stage, [
    { photoName: 'rocket.jpg', presetId: 'builtin.oil-painting' },
    { photoName: 'chelsea.png', presetId: 'builtin.pencil-sketch' },
    { photoName: 'coffee.png', presetId: 'builtin.golden-hour' },
  ]);
  return openPopup(stage);
}

/** The server is gone in the middle of a run. */
async function showOffline(stage: Stage): Promise<Page> {
  const page = await openPopup(stage);
  const job = await pressRun(stage, page);
  stage.standIn.faults.add({
    match: { method: 'GET', path: '^/api/run/' },
    times: 'always',
    action: { kind: 'drop' },
  });
  await page.getByText(/^No connection to/).waitFor();
  stage.leaving.push(async () => {
    stage.standIn.faults.clear();
    await finish(stage, job);
  });
  return page;
}

/** The popup, scrolled down to what was made last. */
async function showRecent(stage: Stage): Promise<Page> {
  const page = await openPopup(stage);
  await page.getByRole('link', { name: popupWords.toRecent }).click();
  await page.getByRole('group', { name: historyWords.rating }).waitFor();
  return page;
}
