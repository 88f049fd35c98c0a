import { readFile } from 'node:fs/promises';
import exifr from 'exifr';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HistoryEntry } from '#shared/history/entry.ts';
import { readRecipeNote } from '#shared/history/recipe-note.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { sharingWords } from '#shared/i18n/en/sharing.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { ChromiumSession } from '../../scripts/browser/chromium.ts';
import { chooseInMenu } from '../../scripts/product/choose-in-menu.ts';
import { connectOnDevice } from '../../scripts/product/connect-on-device.ts';
import { blobKeys, readJobs, waitForEnd, waitForNewJob } from '../../scripts/product/stored-jobs.ts';
import { putValues, storedValues } from '../../scripts/product/stored-values.ts';
import {
  agePictures,
  askBackground,
  installVersion1,
  launch,
  openOwn,
  readHistory,
} from './history-stage.ts';
import { photo } from './product-fixture.ts';

let session: ChromiumSession;
beforeAll(async () => {
  session = await launch();
  await installVersion1(session);
});
afterAll(() => session.close());

const cards = (page: Page) => page.locator('[data-entry]');

describe('a database of version 1', () => {
  it('opens with every job, takes up what was unfinished, and gets its entries', async () => {
    const page = await openOwn(session, '/studio.html#history');
    await expect.poll(() => cards(page).count(), { timeout: 20_000 }).toBe(4);
    const jobs = await readJobs(page);
    expect(jobs.map(({ id }) => id)).toEqual(['job-done', 'job-failed', 'job-cancelled', 'job-running']);
    expect(jobs[0]).toMatchObject({ version: 1, recipe: { seed: 12_345 }, stage: { name: 'done' } });
    // Nothing is connected here, which is what it says now: it was found among those that have ended.
    expect(jobs[3]?.stage).toMatchObject({ name: 'failed', error: { code: 'not-configured' } });
    const [done] = await readHistory(page);
    expect(done).toMatchObject({ id: 'job-done', state: 'done', recipeKey: null, totalMs: 14_000 });
    expect(done?.thumbnailKey).toMatch(/^sha256-/);
    await page.close();
  });

  it('keeps the pictures its jobs need, and lets go of others once they are old', async () => {
    const page = await openOwn(session, '/manifest.json');
    await askFromPanel(session, 'history.tidy');
    expect(await blobKeys(page), 'counted from now on').toContain('sha256-left-over');
    await agePictures(page);
    await askFromPanel(session, 'history.tidy');
    const keys = await blobKeys(page);
    expect(keys).toEqual(expect.arrayContaining(['sha256-source', 'sha256-result']));
    expect(keys).not.toContain('sha256-left-over');
    await page.close();
  });
});

describe('a finished picture', () => {
  let settings: Page;
  let panel: Page;
  let job: Job;
  beforeAll(async () => {
    settings = await connectOnDevice(session);
    panel = await openOwn(session, '/popup.html?tab');
    await panel.locator('input[type=file]').setInputFiles(photo('coffee.png'));
    await panel.getByRole('button', { name: panelWords.picture.change }).waitFor();
    const known = new Set((await readJobs(settings)).map(({ id }) => id));
    await panel.getByRole('button', { name: panelWords.run.button }).click();
    job = await waitForEnd(settings, (await waitForNewJob(settings, known)).id);
  });

  const download = async (press: () => Promise<void>) => {
    const downloading = panel.waitForEvent('download');
    await press();
    return readFile(await (await downloading).path());
  };
  const button = () => panel.getByRole('button', { name: panelWords.jobs.download, exact: true }).first();

  it('lets go of the copy that was prepared for upload', async () => {
    await expect.poll(async () => (await readHistory(settings)).at(-1)?.id).toBe(job.id);
    await agePictures(settings);
    await askBackground(settings, 'history.tidy');
    const entry = (await readHistory(settings)).at(-1);
    const kept = [...(entry?.pictureKeys ?? []), entry?.thumbnailKey, 'sha256-source', 'sha256-result'];
    const old = (await readHistory(settings))[0]?.thumbnailKey;
    expect((await blobKeys(settings)).sort()).toEqual([...new Set([...kept, old])].sort());
  });

  it('is offered for free instead of being run again, and runs when that is wanted', async () => {
    await panel.getByText(historyWords.earlier.like).waitFor();
    await panel.getByText(panelWords.seed.more, { exact: true }).click();
    await panel.getByLabel(panelWords.seed.fixed).check();
    await panel.getByLabel(panelWords.seed.number).fill(String(job.recipe.seed));
    await panel.getByRole('button', { name: historyWords.earlier.same }).waitFor();
    const showing = session.context.waitForEvent('page');
    await panel.getByRole('button', { name: historyWords.earlier.same }).click();
    const shown = await showing;
    await shown.getByRole('dialog').getByRole('slider').waitFor();
    await shown.close();
    const known = new Set((await readJobs(settings)).map(({ id }) => id));
    await panel.getByRole('button', { name: historyWords.earlier.anyway }).click();
    const again = await waitForEnd(settings, (await waitForNewJob(settings, known)).id);
    expect(again.recipe).toEqual(job.recipe);
  });

  it('is a file that says how it was made, to other programs too, and nothing of where and for how much', async () => {
    const file = await download(() => button().click());
    const { prompt, seed, strength, presetId } = job.recipe;
    expect(readRecipeNote(file)).toMatchObject({ prompt, seed, strength, presetId });
    const { Iptc4xmpExt } = await exifr.parse(file, { xmp: true, mergeOutput: false });
    expect(Iptc4xmpExt.DigitalSourceType).toMatch(/digitalsourcetype\/algorithmicallyEnhanced$/);
    expect(file.toString('latin1')).not.toMatch(/costUsd|pictureUrl|"page"/);
    const clean = await download(() => chooseInMenu(panel.getByRole('main'), panelWords.jobs.clean));
    expect(readRecipeNote(clean)).toBe(null);
    expect(clean.toString('latin1')).not.toContain('com.adobe.xmp');
    await expect.poll(async () => (await readHistory(settings)).at(-1)?.uses).toEqual(['downloaded']);
  });

  it('brings its settings back when it is dropped into the panel', async () => {
    const buffer = await download(() => button().click());
    await panel.getByRole('radio', { name: 'Film noir' }).check({ force: true });
    const dropped = { name: 'mine.png', mimeType: 'image/png', buffer };
    await panel.locator('input[type=file]').setInputFiles(dropped);
    await panel.getByRole('button', { name: historyWords.restore.button }).click();
    expect(await panel.getByRole('radio', { name: 'Watercolour' }).isChecked()).toBe(true);
    expect(await panel.getByLabel(panelWords.seed.number).inputValue()).toBe(String(job.recipe.seed));
  });
});

describe('the gallery', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openOwn(session, '/studio.html#history');
    await page.getByText(historyWords.count(6, 6)).waitFor();
  });

  it('finds by words', async () => {
    await page.getByLabel(historyWords.search, { exact: true }).fill('sample');
    await expect.poll(() => cards(page).count()).toBe(2);
    await page.getByLabel(historyWords.search, { exact: true }).fill('');
    await expect.poll(() => cards(page).count()).toBe(6);
  });

  it('marks favourites and stars by keys, for good', async () => {
    await cards(page).first().focus();
    for (const key of ['f', '4', 'ArrowRight', '2']) await page.keyboard.press(key);
    await expect
      .poll(async () =>
        (await readHistory(page)).slice(-2).map(({ favourite, rating }) => [favourite, rating]),
      )
      .toEqual([
        [false, 2],
        [true, 4],
      ]);
  });

  it('hands a picture on as the file that a download is, and says where there is no link', async () => {
    // A headless browser has nobody to share with.
    await page.evaluate(() => {
      const share = async ({ files: [file] }: { files: File[] }) => {
        const bytes = new Uint8Array((await file?.arrayBuffer()) ?? []);
        // A text goes out of the page at once, a list of a million numbers does not.
        const latin1 = bytes.reduce((text, byte) => text + String.fromCharCode(byte), '');
        Object.assign(globalThis, { shared: { name: file?.name, latin1 } });
      };
      Object.assign(navigator, { canShare: () => true, share });
    });
    await cards(page).first().click();
    const details = page.getByRole('dialog');
    await shareBy(details, sharingWords.share);
    await details.getByText(sharingWords.shared, { exact: true }).waitFor();
    const shared = await page.evaluate(() => (globalThis as unknown as { shared: Shared }).shared);
    expect(shared.name).toMatch(/\.(png|jpe?g|webp)$/);
    expect(readRecipeNote(Uint8Array.from(Buffer.from(shared.latin1, 'latin1')))?.presetId).toBeTruthy();
    await shareBy(details, sharingWords.link);
    await details.getByText(sharingWords.noLink['on-device']).waitFor();
    await page.keyboard.press('Escape');
  });

  it('deletes, takes it back, and deletes for good', async () => {
    const last = cards(page).last();
    await last.focus();
    await page.keyboard.press('Delete');
    await page.getByText(historyWords.count(5, 5)).waitFor();
    await page.getByRole('button', { name: historyWords.undo }).click();
    await page.getByText(historyWords.count(6, 6)).waitFor();
    await cards(page).last().focus();
    await page.keyboard.press('Delete');
    await page.getByText(historyWords.count(5, 5)).waitFor();
    // As if the time to undo were over.
    await forgetUndo(page);
    await askBackground(page, 'history.tidy');
    expect((await readJobs(page)).map(({ id }) => id)).not.toContain('job-done');
    expect(await blobKeys(page)).not.toContain('sha256-result');
  });
});

type Shared = { name: string; latin1: string };

async function shareBy(details: Locator, way: string): Promise<void> {
  await details.getByRole('button', { name: sharingWords.menu, exact: true }).click();
  await details.getByRole('menuitem', { name: way, exact: true }).click();
}

/** Runs one of the extension's pages for a question only it may ask. */
async function askFromPanel(from: ChromiumSession, verb: string): Promise<void> {
  const page = await openOwn(from, '/options.html');
  await askBackground(page, verb);
  await page.close();
}

async function forgetUndo(page: Page): Promise<void> {
  const entries = await storedValues<HistoryEntry>(page, 'history');
  const deleted = entries.filter(({ deletedAtMs }) => deletedAtMs !== null);
  await putValues(
    page,
    'history',
    deleted.map((entry) => ({ ...entry, deletedAtMs: 1 })),
  );
}
