import type { Frame, Page } from 'playwright-core';
import { errorTexts } from '#shared/i18n/en/errors.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { clickButton } from '../../../tests/chromium/closed-shadow.ts';
import { dispatchMenuClick, grantActiveTab } from '../../browser/active-tab.ts';
import { waitFor } from '../../browser/wait-for.ts';
import { failNextRun, finish, holdInMidRun, openPhotos, startOnPage, type Wish } from '../jobs.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const look = { widthsPx: [400, 1280], heightPx: 800 } as const;
const wish: Wish = { photoName: 'coffee.png', presetId: 'builtin.watercolour' };

export const overlayScenes: readonly Scene[] = [
  {
    ...look,
    name: 'overlay-progress',
    async open(stage) {
      const page = await openPhotos(stage);
      await holdInMidRun(stage, () => startOnPage(stage, page, wish));
      await (await overlayOf(page)).getByText(/^Restyling, \d+ %/).waitFor();
      return page;
    },
  },
  { ...look, name: 'overlay-result', open: showResult },
  {
    ...look,
    name: 'overlay-comparing',
    async open(stage) {
      const page = await openPhotos(stage);
      await compareOn(stage, page, wish);
      return page;
    },
  },
  {
    ...look,
    name: 'overlay-tools',
    async open(stage) {
      const page = await showResult(stage);
      await (await overlayOf(page)).getByRole('button', { name: panelWords.result.more }).click();
      return page;
    },
  },
  {
    ...look,
    name: 'overlay-failed',
    async open(stage) {
      const page = await openPhotos(stage);
      failNextRun(stage);
      await finish(stage, await startOnPage(stage, page, wish));
      await (await overlayOf(page)).getByText(errorTexts['run-failed'].title).waitFor();
      return page;
    },
  },
];

/** In this order: the choice is over what the picker has outlined. */
export const pickerScenes: readonly Scene[] = [
  { ...look, name: 'picker', open: openPicker },
  { ...look, name: 'picker-sheet', open: openSheet },
  {
    ...look,
    name: 'picker-choice',
    async open(stage) {
      const page = await openPicker(stage);
      await page.keyboard.press('Enter');
      const choice = await overlayOf(page);
      await choice.getByRole('radio').first().waitFor();
      return page;
    },
  },
];

async function openSheet(stage: Stage): Promise<Page> {
  const page = await openPicker(stage);
  await clickButton(page, /^All pictures/);
  return page;
}

async function openPicker(stage: Stage): Promise<Page> {
  const page = await openPhotos(stage);
  await grantActiveTab(stage.product.session, page);
  await dispatchMenuClick(stage.product.session, page, { menuItemId: 'here' });
  await page.locator('restyle-picker').waitFor({ state: 'attached' });
  return page;
}

/** A photograph restyled in place. */
async function showResult(stage: Stage): Promise<Page> {
  const page = await openPhotos(stage);
  await finish(stage, await startOnPage(stage, page, wish));
  await (await overlayOf(page)).getByRole('img').waitFor();
  return page;
}

/** Restyles a photograph of the page, and puts the line between before and after over its middle. */
export async function compareOn(stage: Stage, page: Page, wanted: Wish): Promise<void> {
  await finish(stage, await startOnPage(stage, page, wanted));
  const overlay = await overlayOf(page);
  await overlay.getByRole('button', { name: panelWords.result.compare }).click();
  await overlay.getByRole('slider').waitFor();
}

async function overlayOf(page: Page): Promise<Frame> {
  const find = () => page.frames().find((frame) => frame.url().startsWith('chrome-extension://'));
  return waitFor('the overlay', find);
}
