import type { Page } from 'playwright-core';
import { historyWords } from '#shared/i18n/en/history.ts';
import { finishJobs } from '../jobs.ts';
import type { Scene } from '../scene.ts';
import { openOwnPage, photoNames, type Stage } from '../stage.ts';

const look = { widthsPx: [390, 1280], heightPx: 844 } as const;

const looks = ['film-noir', 'golden-hour'];

/** After the panel's scenes: their pictures are here too, one of them failed. */
export const historyScenes: readonly Scene[] = [
  {
    ...look,
    name: 'history',
    async open(stage) {
      await finishJobs(
        stage,
        photoNames.flatMap((photoName) => looks.map((look) => ({ photoName, presetId: `builtin.${look}` }))),
      );
      const page = await openHistory(stage);
      await mark(page);
      return page;
    },
  },
  {
    ...look,
    name: 'history-search',
    async open(stage) {
      const page = await openHistory(stage);
      await page.getByText(historyWords.filters, { exact: true }).click();
      await page.getByLabel(historyWords.search, { exact: true }).fill('rocket');
      await page.getByLabel(historyWords.sort.label).selectOption('rating');
      return page;
    },
  },
  {
    ...look,
    name: 'history-details',
    async open(stage) {
      const page = await openHistory(stage);
      await cards(page).first().click();
      await page.getByRole('dialog').getByRole('slider').waitFor();
      return page;
    },
  },
  {
    ...look,
    name: 'history-deleted',
    async open(stage) {
      const page = await openHistory(stage);
      await cards(page).nth(4).focus();
      await page.keyboard.press('Delete');
      await page.getByText(historyWords.undo).waitFor();
      return page;
    },
  },
  {
    ...look,
    name: 'history-selected',
    async open(stage) {
      const page = await openHistory(stage);
      for (const at of [1, 3, 4])
        await cards(page)
          .nth(at)
          .click({ modifiers: ['ControlOrMeta'] });
      return page;
    },
  },
  { ...look, name: 'history-compare', open: compareTwo },
  {
    ...look,
    name: 'history-compare-side',
    async open(stage) {
      const page = await compareTwo(stage);
      await page.getByRole('radio', { name: historyWords.compare.modes.side }).check({ force: true });
      for (let press = 0; press < 2; press++) await page.keyboard.press('+');
      return page;
    },
  },
  {
    ...look,
    name: 'history-compare-hold',
    async open(stage) {
      const page = await compareTwo(stage);
      await page.getByRole('radio', { name: historyWords.compare.modes.hold }).check({ force: true });
      return page;
    },
  },
  {
    ...look,
    name: 'settings-history',
    wholePage: true,
    async open(stage) {
      const page = await openOwnPage(stage, '/options.html');
      await page.getByRole('button', { name: historyWords.settings.makeRoom }).click();
      await page.getByRole('button', { name: historyWords.settings.confirm }).waitFor();
      return page;
    },
  },
];

function cards(page: Page) {
  return page.locator('[data-entry]');
}

async function openHistory(stage: Stage): Promise<Page> {
  const page = await openOwnPage(stage, '/studio.html#history');
  // Scenes make the history forget: the page has the worker write it anew.
  await cards(page).nth(8).waitFor({ timeout: 120_000 });
  return page;
}

/** Two results of one photograph. */
async function compareTwo(stage: Stage): Promise<Page> {
  const page = await openHistory(stage);
  for (const at of [0, 1])
    await cards(page)
      .nth(at)
      .click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('button', { name: historyWords.select.compare }).click();
  await page.getByRole('dialog').getByRole('img').nth(1).waitFor();
  return page;
}

/** As a person would, by keys. */
async function mark(page: Page): Promise<void> {
  await cards(page).first().focus();
  for (const key of ['f', '5', 'ArrowRight', '4', 'ArrowRight', 'ArrowRight', 'f', 'ArrowRight', '2']) {
    await page.keyboard.press(key);
  }
}
