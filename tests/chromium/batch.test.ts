import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchWords } from '#shared/i18n/en/batch.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { dispatchMenuClick, grantActiveTab } from '../../scripts/browser/active-tab.ts';
import { findProgram } from '../../scripts/setup/find-program.mjs';
import { isWhole } from '../campaign.ts';
import { type ProductTest, photo, startProductTest } from './product-fixture.ts';

const python = findProgram(['python3']);
const look = { method: 'GET', path: '^/api/run/[0-9a-f-]{36}$' };

let test: ProductTest;
let studio: Page;
let folder: string;

beforeAll(async () => {
  test = await startProductTest(['chelsea.png'], { megapixels: 0.02 });
  folder = await mkdtemp(join(tmpdir(), 'restyle-batch-'));
  studio = await openStudio();
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

async function openStudio(): Promise<Page> {
  const page = await test.product.session.context.newPage();
  // Nobody can answer the browser's own dialog here, so the way of browsers without it is taken.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
  await page.goto(test.product.session.extensionUrl('/studio.html'));
  await page.getByRole('heading', { name: batchWords.newBatch }).waitFor();
  return page;
}

const button = (name: string | RegExp) => studio.getByRole('button', { name });
const rows = () => studio.getByRole('region', { name: batchWords.list.items }).getByRole('article');

async function addFiles(names: readonly string[]): Promise<void> {
  await studio.locator('input[type=file][multiple]').setInputFiles(names.map(photo));
}

describe('the studio', () => {
  it('gathers files and right-clicked pictures, and says what all of it will cost', async () => {
    await addFiles(['rocket.jpg', 'coffee.png']);
    await studio.getByRole('heading', { name: batchWords.pictures(2), exact: true }).waitFor();
    const { product, page, photos } = test;
    await grantActiveTab(product.session, page);
    const srcUrl = await page.locator(photos.target(0)).evaluate((picture: HTMLImageElement) => picture.src);
    await dispatchMenuClick(product.session, page, {
      menuItemId: 'add-to-batch',
      mediaType: 'image',
      srcUrl,
    });
    await studio.getByRole('heading', { name: batchWords.pictures(3), exact: true }).waitFor();
    await button(/^Restyle 3 pictures.*about \$0\.0\d/).waitFor();
  });

  it('pauses, cancels one, and goes on after its worker has died; each picture is paid for once', async () => {
    const { standIn, product } = test;
    const held = standIn.faults.add({ match: look, times: 'always', action: { kind: 'holdBefore' } });
    await studio.getByText('More', { exact: true }).click();
    await studio.getByLabel(batchWords.slots.label, { exact: true }).fill('1');
    await button(/^Restyle 3 pictures/).click();
    await standIn.faults.hit(held);
    await button(batchWords.action.pause).click();
    await button(batchWords.action.resume).waitFor();
    await button(/^Cancel chelsea/).click();
    await rows().getByText(batchWords.item.cancelled).waitFor();
    await product.session.worker.kill();
    standIn.faults.release(held);
    standIn.faults.clear();
    await button(batchWords.action.resume).click();
    await button(batchWords.action.download(2)).waitFor();
    await button(batchWords.action.remove).waitFor();
    expect(await standIn.ledger()).toHaveLength(2);
  });

  it.skipIf(!python)('saves the results as a zip, named after the files', async () => {
    const downloading = studio.waitForEvent('download');
    await button(batchWords.action.download(2)).click();
    const path = join(folder, 'batch.zip');
    await (await downloading).saveAs(path);
    const script =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); z.testzip(); print("|".join(sorted(z.namelist()))); print(all(b"lgorithmic" in z.read(each) for each in z.namelist()))';
    const [names, isMarked] = execFileSync(python ?? '', ['-c', script, path], { encoding: 'utf8' }).split(
      '\n',
    );
    expect(names).toBe('coffee Watercolour.png|rocket Watercolour.png');
    expect(isMarked, 'each says that it is made by AI').toBe('True');
  });

  it.runIf(isWhole)(
    'makes the cancelled one after all, and one picture in several looks as a contact sheet',
    async () => {
      await button(/^Try chelsea/).click();
      await button(batchWords.action.download(3)).waitFor();
      await button(batchWords.action.remove).click();
      await studio.getByText(batchWords.list.none).waitFor();
      await button(historyWords.undo).click();
      await button(batchWords.action.remove).click();
      await studio.getByText(batchWords.list.none).waitFor();

      await addFiles(['rocket.jpg']);
      await studio.getByRole('checkbox', { name: 'Film noir' }).check({ force: true });
      await button(/^Restyle 2 pictures/).click();
      const sheet = studio.getByRole('list', { name: batchWords.list.sheet });
      await button(batchWords.action.download(2)).waitFor();
      expect(await sheet.getByRole('listitem').count()).toBe(3);
      expect(await sheet.getByRole('button').count()).toBe(2);
    },
  );
});
