import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { historyWords } from '#shared/i18n/en/history.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { promptWords } from '#shared/i18n/en/prompt.ts';
import { rewritingWords } from '#shared/i18n/en/rewriting.ts';
import { readJobs, waitForNewJob } from '../../product/stored-jobs.ts';
import { finish } from '../jobs.ts';
import type { Scene } from '../scene.ts';
import { openOwnPage, photo, type Stage } from '../stage.ts';
import { makePreset } from './settings.ts';

const look = { widthsPx: [320, 900], heightPx: 800, wholePage: true } as const;

/** As long as a name may be, and German enough to have no place to break at. */
const presetName = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenblau';
const name = presetName.slice(0, 60);
const word = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(3);
const fileName = `${'Sommerkampagnenhauptmotivreinzeichnung'.repeat(6).slice(0, 200)}.png`;

/** What people really call things, everywhere where it is shown. */
export const longWordScenes: readonly Scene[] = [
  {
    ...look,
    name: 'long-settings',
    async open(stage) {
      const page = await openOwnPage(stage, '/options.html');
      await makePreset(page, name, `Change the ${word} to blue.`);
      return page;
    },
  },
  {
    ...look,
    name: 'long-panel',
    async open(stage) {
      const page = await openPanel(stage);
      await page.getByRole('textbox', { name: /^Add to/ }).fill(`a ${fileName.slice(0, 90)}`);
      await page.getByRole('button', { name: promptWords.rewriting.askPreset(name) }).click();
      await page.getByRole('region', { name: rewritingWords.region }).waitFor();
      return page;
    },
  },
  {
    ...look,
    name: 'long-job',
    async open(stage) {
      const page = await openPanel(stage);
      const known = new Set((await readJobs(stage.product.window)).map(({ id }) => id));
      await page.getByRole('button', { name: panelWords.run.button }).click();
      await finish(stage, await waitForNewJob(stage.product.window, known));
      await page
        .getByRole('article')
        .first()
        .getByRole('button', { name: panelWords.jobs.download })
        .waitFor();
      return page;
    },
  },
  {
    // The whole of it is longer than a picture may be.
    ...{ widthsPx: look.widthsPx, heightPx: look.heightPx },
    name: 'long-history',
    async open(stage) {
      const page = await openOwnPage(stage, '/studio.html#history');
      await page.getByText(name, { exact: true }).filter({ visible: true }).first().waitFor();
      await page.getByText(historyWords.filters, { exact: true }).click();
      return page;
    },
  },
  {
    ...look,
    name: 'long-batch',
    async open(stage) {
      const page = await openOwnPage(stage, '/studio.html#batch');
      await addPicture(page, 'input[type=file][multiple]');
      await page.getByLabel(fileName.slice(0, 20)).first().waitFor();
      return page;
    },
  },
];

/** The panel with the long-named preset and file chosen. */
async function openPanel(stage: Stage): Promise<Page> {
  const page = await openOwnPage(stage, '/popup.html?tab');
  await addPicture(page, 'input[type=file]');
  await page.getByText(fileName).waitFor();
  await page.getByRole('radio', { name }).check({ force: true });
  return page;
}

async function addPicture(page: Page, input: string): Promise<void> {
  const buffer = await readFile(photo('coffee.png'));
  await page.locator(input).setInputFiles({ name: fileName, mimeType: 'image/png', buffer });
}
