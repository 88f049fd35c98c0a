import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { batchWords } from '#shared/i18n/en/batch.ts';
import { waitFor } from '../../browser/wait-for.ts';
import { failNextRun, hurried } from '../jobs.ts';
import type { Scene } from '../scene.ts';
import { openOwnPage, photo, photoNames, type Stage, timing } from '../stage.ts';

const look = { widthsPx: [390, 1280], heightPx: 900, wholePage: true } as const;
const manyCount = 120;
/** Every picture is really made, at its full size. */
const slow = { timeout: 180_000 };

/** In this order: each leaves behind what the next one shows. */
export const batchScenes: readonly Scene[] = [
  { ...look, name: 'batch-empty', open: openStudio },
  {
    ...look,
    name: 'batch-gathered',
    async open(stage) {
      const page = await openStudio(stage);
      await addPictures(page, await variants(9));
      await page.getByRole('checkbox', { name: 'Film noir' }).check({ force: true });
      return page;
    },
  },
  {
    ...look,
    name: 'batch-running',
    async open(stage) {
      const page = await openStudio(stage);
      failNextRun(stage);
      await page.getByRole('button', { name: /^Restyle 9 pictures/ }).click();
      await hurried(stage.standIn, page.getByText(/^[2-9] of 9 done/).waitFor(slow));
      const running = () => stage.standIn.ledger().filter(({ status }) => status === 'running').length >= 2;
      stage.standIn.fastForward(timing.runMs * 0.1);
      await waitFor('some to run', running);
      stage.standIn.fastForward(timing.runMs * 0.4);
      await page
        .getByText(/Restyling, \d+ %/)
        .first()
        .waitFor();
      const held = stage.standIn.faults.add({
        match: { method: 'GET', path: '^/api/run/[0-9a-f-]{36}$' },
        times: 'always',
        action: { kind: 'holdBefore' },
      });
      stage.leaving.push(() => {
        stage.standIn.faults.release(held);
        stage.standIn.faults.clear();
      });
      return page;
    },
  },
  {
    ...look,
    name: 'batch-done',
    async open(stage) {
      const page = await openStudio(stage);
      await hurried(
        stage.standIn,
        page.getByRole('button', { name: batchWords.action.remove }).waitFor(slow),
      );
      return page;
    },
  },
  {
    ...look,
    name: 'batch-sheet',
    async open(stage) {
      const page = await openStudio(stage);
      await page.getByRole('button', { name: batchWords.action.remove }).click();
      await addPictures(page, [photo('rocket.jpg')]);
      for (const name of ['Pencil sketch', 'Film noir', 'Neon night', 'Oil painting', 'Golden hour']) {
        await page.getByRole('checkbox', { name }).check({ force: true });
      }
      await page.getByRole('button', { name: /^Restyle 6 pictures/ }).click();
      await hurried(
        stage.standIn,
        page.getByRole('button', { name: batchWords.action.remove }).waitFor(slow),
      );
      return page;
    },
  },
  {
    ...look,
    name: 'batch-many',
    async open(stage) {
      const page = await openStudio(stage);
      await page.getByRole('button', { name: batchWords.action.remove }).click();
      await addPictures(page, await variants(manyCount));
      await page.getByRole('button', { name: /^Restyle 120 pictures/ }).click();
      await page.getByRole('button', { name: batchWords.action.pause }).click();
      await hurried(stage.standIn, page.getByText(/ · Paused$/).waitFor(slow));
      return page;
    },
  },
];

async function openStudio(stage: Stage): Promise<Page> {
  const page = await openOwnPage(stage, '/studio.html');
  await page.getByRole('heading', { name: batchWords.newBatch }).waitFor();
  return page;
}

type Files = string[] | { name: string; mimeType: string; buffer: Buffer }[];

async function addPictures(page: Page, files: Files): Promise<void> {
  await page.locator('input[type=file][multiple]').setInputFiles(files);
  await page.getByRole('heading', { name: batchWords.pictures(files.length), exact: true }).waitFor(slow);
}

/** Photographs in many tints, small enough to be made and sent quickly. */
async function variants(count: number) {
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const name = photoNames[at % photoNames.length] ?? '';
      const picture = sharp(photo(name))
        .resize(360)
        .modulate({ hue: at * 23, brightness: 1 + (at % 5) / 12 });
      const number = String(at + 1).padStart(3, '0');
      return {
        name: `${name.split('.')[0]}-${number}.jpg`,
        mimeType: 'image/jpeg',
        buffer: await picture.jpeg({ quality: 85 }).toBuffer(),
      };
    }),
  );
}
