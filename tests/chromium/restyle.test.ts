import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureWords } from '#shared/i18n/en/capture.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import type { Job } from '#shared/jobs/job.ts';
import { waitFor } from '../../scripts/browser/wait-for.ts';
import { restyleByMenu } from '../../scripts/product/restyle.ts';
import { readBlob, readJobs, waitForEnd, waitForNewJob } from '../../scripts/product/stored-jobs.ts';
import { type ProductTest, startProductTest } from './product-fixture.ts';

let test: ProductTest;
let job: Job;
let before: Buffer;

beforeAll(async () => {
  test = await startProductTest();
  const { product, page, photos } = test;
  before = await page.locator(photos.target(0)).screenshot();
  const started = await restyleByMenu(product, page, { css: photos.target(0) }, 'builtin.film-noir');
  job = await waitForEnd(product.window, started.id);
});
afterAll(() => test.close());

describe('a right-click on a picture', () => {
  it('ends in one paid run and one finished job with the picture’s own shape', async () => {
    if (job.stage.name !== 'done') throw new Error(JSON.stringify(job.stage));
    const { widthPx, heightPx, key } = job.stage.result;
    expect(Math.abs(widthPx - heightPx * 1.5)).toBeLessThanOrEqual(1);
    expect(await test.standIn.ledger()).toHaveLength(1);
    const { bytes, mimeType } = await readBlob(test.product.window, key);
    expect(mimeType).toBe('image/png');
    const { channels } = await sharp(bytes).stats();
    const [red, , blue] = channels;
    expect(Math.abs((red?.mean ?? 0) - (blue?.mean ?? 99))).toBeLessThan(35);
  });

  it('lays the result exactly over the picture', async () => {
    const { page, photos } = test;
    const overlay = page.locator('restyle-overlay');
    await expect.poll(async () => (await overlay.boundingBox())?.height ?? 0).toBeGreaterThan(150);
    const picture = await page.locator(photos.target(0)).boundingBox();
    const frame = await overlay.boundingBox();
    expect(frame).toMatchObject({ x: picture?.x, y: picture?.y, width: picture?.width });
    await expect.poll(() => differenceTo(before)).toBeGreaterThan(10);
  });

  it('shows it as the page shows its picture: cut alike, within border and padding', async () => {
    const { product, page, photos } = test;
    const look =
      'width:200px;height:200px;min-height:0;object-fit:cover;border:10px solid;box-sizing:border-box';
    const second = page.locator(photos.target(1));
    await second.evaluate((picture, style) => picture.setAttribute('style', style), look);
    const started = await restyleByMenu(product, page, { css: photos.target(1) }, 'builtin.golden-hour');
    await waitForEnd(product.window, started.id);
    const frame = await waitFor('the overlay', () =>
      page.frames().find((each) => each.url().endsWith(started.id)),
    );
    const shown = frame.locator('img').first();
    await expect.poll(async () => (await shown.boundingBox())?.width ?? 0).toBe(180);
    expect(await shown.evaluate((picture) => getComputedStyle(picture).objectFit)).toBe('cover');
    const [left, top] = [await shown.boundingBox(), await second.boundingBox()];
    expect((left?.x ?? 0) - (top?.x ?? 0)).toBe(10);
  });

  it('keeps the result out of the page’s reach', async () => {
    const { page } = test;
    expect(await page.evaluate(() => document.querySelector('restyle-overlay')?.shadowRoot)).toBeNull();
    const seen = await page.evaluate(() => performance.getEntries().map(({ name }) => name));
    expect(seen.join()).not.toMatch(/overlay|blob:/);
  });

  it('needed no more rights than a click gives', async () => {
    expect(test.product.rights).toBe('click');
    const manifest = JSON.parse(await readFile(`${test.product.session.extensionDir}/manifest.json`, 'utf8'));
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.content_scripts).toBeUndefined();
  });

  it('leaves the key in clear nowhere in extension storage', async () => {
    const stored = await test.product.window.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: Record<string, { get(): Promise<object> }> };
      };
      const areas = ['local', 'sync', 'session'].map((area) => chrome.storage[area]?.get());
      return JSON.stringify(await Promise.all(areas));
    });
    expect(stored).toContain('connections.secrets');
    expect(stored).not.toContain(test.standIn.apiKey);
  });
});

describe('beside what is said of the picture that was taken', () => {
  const tool = async (name: string) => {
    const frame = test.page.frames().find((each) => each.url().includes('overlay.html'));
    await frame?.getByRole('button', { name, exact: true }).click();
  };

  it('a part of it is chosen by hand, and that goes to the team; another one is picked', async () => {
    const { product, page } = test;
    const opened = product.session.context.waitForEvent('page');
    await tool(panelWords.result.more);
    await tool(panelWords.result.crop);
    const panel = await opened;
    await panel.getByRole('button', { name: panelWords.crop.handles.topLeft }).press('Shift+ArrowRight');
    await panel.getByRole('button', { name: panelWords.crop.use }).click();
    await panel.getByText(captureWords.cropped).waitFor();
    const known = new Set((await readJobs(product.window)).map(({ id }) => id));
    await panel.getByRole('button', { name: panelWords.run.button }).click();
    const { context } = await waitForNewJob(product.window, known);
    expect(context).toMatchObject({ widthPx: 450, heightPx: 320, receipt: { isCropped: true } });
    await panel.close();

    await page.bringToFront();
    await tool(panelWords.result.pickAnother);
    await page.locator('restyle-picker').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('restyle-picker').waitFor({ state: 'detached' });
  });
});

describe('the same preset on the same picture once more', () => {
  it('shows the picture there is, says from when, and runs nothing', async () => {
    const { product, page, photos, standIn } = test;
    const runsBefore = (await standIn.ledger()).length;
    // What was made first lies over the picture until the page is left.
    await page.reload();
    const again = await restyleByMenu(product, page, { css: photos.target(0) }, 'builtin.film-noir');
    expect(again.stage).toMatchObject({ name: 'done', figures: { costUsd: null } });
    expect(again.servedFrom?.jobId).toBe(job.id);
    const overlay = await waitFor('the overlay', () =>
      page.frames().find((each) => each.url().endsWith(again.id)),
    );
    await overlay.getByText(/^From .+, free$/).waitFor();
    await overlay.getByRole('img').waitFor();
    expect(await standIn.ledger()).toHaveLength(runsBefore);
  });

  it('leaves no overlay behind when the extension is taken away or updated', async () => {
    const overlays = test.page.locator('restyle-overlay');
    expect(await overlays.count()).toBeGreaterThan(0);
    const { worker } = test.product.session;
    await worker.evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: { reload(): void } } };
      setTimeout(() => chrome.runtime.reload());
    }, null);
    await expect.poll(() => overlays.count(), { timeout: 10_000 }).toBe(0);
  });
});

async function differenceTo(earlier: Buffer): Promise<number> {
  const now = await test.page.locator(test.photos.target(0)).screenshot();
  const size = { width: 60, height: 40, fit: 'fill' } as const;
  const [a, b] = await Promise.all(
    [earlier, now].map((each) => sharp(each).removeAlpha().resize(size).raw().toBuffer()),
  );
  if (!a || !b) return 0;
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
}
