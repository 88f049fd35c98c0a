import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { waitFor } from '../../scripts/browser/wait-for.ts';
import { connectOther, type OtherEngine } from '../../scripts/product/connect-other.ts';
import { openProduct, type Product } from '../../scripts/product/open-product.ts';
import { type PhotoPage, servePhotoPage } from '../../scripts/product/photo-page.ts';
import { restyleByMenu } from '../../scripts/product/restyle.ts';
import { readJobs, waitForEnd } from '../../scripts/product/stored-jobs.ts';
import { type ComfyUiServer, startComfyUiServer } from '../comfyui-server/comfyui-server.ts';
import { kontextGraph } from '../fixtures/kontext-workflow.ts';
import { startPredictionsServer } from '../predictions-server/server.ts';
import { photo } from './product-fixture.ts';

type Rule = { condition: { requestDomains: readonly string[] } };
declare const chrome: { declarativeNetRequest: { getSessionRules(): Promise<readonly Rule[]> } };

let product: Product;
let photos: PhotoPage;
let comfyUi: ComfyUiServer;
let predictions: Awaited<ReturnType<typeof startPredictionsServer>>;

beforeAll(async () => {
  [product, photos, comfyUi, predictions] = await Promise.all([
    openProduct(),
    servePhotoPage([photo('chelsea.png')]),
    startComfyUiServer({ megapixels: 0.1 }),
    startPredictionsServer({ megapixels: 0.1 }),
  ]);
});
afterAll(async () => {
  await product?.close();
  await Promise.all([photos.close(), comfyUi.close(), predictions.close()]);
});

/** Restyles the photograph with the engine that was connected last. */
async function restyleWith(engine: OtherEngine) {
  await connectOther(product, engine);
  await preferLast();
  const page = await product.session.context.newPage();
  await page.goto(photos.url);
  const { id } = await restyleByMenu(product, page, { css: photos.target(0) }, 'builtin.golden-hour');
  const job = await waitForEnd(product.window, id, 40_000);
  await page.close();
  return job;
}

async function keepWorkflow(): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'restyle-workflow-')), 'kontext.json');
  await writeFile(file, JSON.stringify(kontextGraph));
  return file;
}

/** Presses "Use this one" on the last connected engine, where there is more than one. */
async function preferLast(): Promise<void> {
  await product.window.reload();
  await product.window
    .getByText(/^Connected to/)
    .first()
    .waitFor();
  const button = product.window.getByRole('button', { name: settingsWords.useFirst }).last();
  if (await button.isVisible()) await button.click();
}

describe('the built extension', () => {
  it('restyles with a ComfyUI of one’s own, though that refuses what comes from extensions', async () => {
    const workflowFile = await keepWorkflow();
    const job = await restyleWith({ engine: 'comfyui', baseUrl: comfyUi.baseUrl, apiKey: '', workflowFile });
    expect(job.stage.name, JSON.stringify(job.stage)).toBe('done');
    expect(job.recipe.engine).toBe('comfyui');
  });

  it('keeps its rule for the first ComfyUI when a second one is connected', async () => {
    const baseUrl = comfyUi.baseUrl.replace('127.0.0.1', 'localhost');
    await connectOther(product, {
      engine: 'comfyui',
      baseUrl,
      apiKey: '',
      workflowFile: await keepWorkflow(),
    });
    const rules = await product.window.evaluate(() => chrome.declarativeNetRequest.getSessionRules());
    expect(rules.flatMap(({ condition }) => condition.requestDomains)).toEqual(['127.0.0.1', 'localhost']);
  });

  it('shows beside the picture what it looks like so far, where ComfyUI lets our socket in', async () => {
    comfyUi.change({ hasCorsHeader: true, startsWhenHeard: true, runMs: 40_000 });
    const page = await product.session.context.newPage();
    await page.goto(photos.url);
    const { id } = await restyleByMenu(product, page, { css: photos.target(0) }, 'builtin.neon-night');
    const frame = await waitFor('the overlay', () => page.frames().find((each) => each.url().endsWith(id)));
    const preview = frame.locator('img');
    await preview.waitFor();
    expect(await preview.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBe(
      64,
    );
    const job = (await readJobs(product.window)).find((each) => each.id === id);
    expect(job?.stage).toMatchObject({ name: 'running', progress: { progressRatio: 0.25 } });
    await page.close();
  });

  it('restyles with a prediction server', async () => {
    const { baseUrl, apiKey } = predictions;
    const job = await restyleWith({ engine: 'predictions', baseUrl, apiKey, modelId: 'plain' });
    expect(job.stage.name, JSON.stringify(job.stage)).toBe('done');
    expect(job.recipe.engine).toBe('predictions');
  });
});
