import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { compareWords } from '#shared/i18n/en/compare.ts';
import { fallbackWords } from '#shared/i18n/en/failover.ts';
import { healthWords } from '#shared/i18n/en/health.ts';
import { startComfyUiServer } from '../../../tests/comfyui-server/comfyui-server.ts';
import { kontextFile } from '../../../tests/fixtures/kontext-workflow.ts';
import { waitFor } from '../../browser/wait-for.ts';
import { connectOther } from '../../product/connect-other.ts';
import { waitForEnd } from '../../product/stored-jobs.ts';
import { hurried, openPhotos, startOnPage } from '../jobs.ts';
import type { Scene } from '../scene.ts';
import { openOwnPage, type Stage } from '../stage.ts';

const popup = { widthsPx: [380], heightPx: 600, wholePage: true } as const;
const tab = { widthsPx: [400, 1280], heightPx: 800, wholePage: true } as const;
const wish = { photoName: 'rocket.jpg', presetId: 'builtin.neon-night' };
const filterPage = '<!doctype html><title>Blocked</title><h1>Blocked by your company</h1>';

/** Last of all, since they connect a second engine; the comparison is there before anything fails. */
export const engineScenes: readonly Scene[] = [
  {
    widthsPx: [400, 900],
    heightPx: 800,
    wholePage: true,
    name: 'engines-settings',
    async open(stage) {
      await connectComfyUi(stage);
      const page = await openOwnPage(stage, '/options.html');
      await page
        .getByText(/^Ready/)
        .nth(1)
        .waitFor();
      await page.getByLabel(fallbackWords.label).first().selectOption('comfyui');
      await page.getByText(fallbackWords.never).waitFor();
      await allChecked(page);
      return page;
    },
  },
  { ...popup, name: 'engines-compare-offer', open: openOffer },
  {
    ...tab,
    name: 'engines-comparison',
    async open(stage) {
      const page = await openOffer(stage);
      await page.getByRole('button', { name: compareWords.button }).click();
      const card = page.getByRole('article', { name: new RegExp(`^${compareWords.card}`) });
      await hurried(stage.standIn, card.getByRole('button', { name: /^Open/ }).nth(1).waitFor());
      return page;
    },
  },
  {
    ...popup,
    name: 'engines-blocked',
    async open(stage) {
      stage.standIn.faults.add({
        match: { path: '/api/file/upload' },
        times: 'always',
        action: { kind: 'status', status: 403, html: filterPage },
      });
      await setFallback(stage, '');
      const page = await openPhotos(stage);
      const { id } = await startOnPage(stage, page, wish);
      await waitForEnd(stage.product.window, id);
      const panel = await openOwnPage(stage, '/popup.html');
      await panel.getByText(/^The picture goes to your ComfyUI/).waitFor();
      await allChecked(panel);
      await page.close();
      return panel;
    },
  },
  {
    widthsPx: [1280],
    heightPx: 800,
    name: 'engines-overlay-blocked',
    async open(stage) {
      const page = await openPhotos(stage);
      const { id } = await startOnPage(stage, page, wish);
      await waitForEnd(stage.product.window, id);
      return page;
    },
  },
  {
    ...popup,
    name: 'engines-handed-over',
    async open(stage) {
      await setFallback(stage, 'comfyui');
      const page = await openPhotos(stage);
      const { id } = await startOnPage(stage, page, wish);
      await waitForEnd(stage.product.window, id);
      await page.close();
      return openOwnPage(stage, '/popup.html');
    },
  },
  {
    widthsPx: [1280],
    heightPx: 800,
    name: 'engines-overlay-handed-over',
    async open(stage) {
      const page = await openPhotos(stage);
      const { id } = await startOnPage(stage, page, wish);
      await waitForEnd(stage.product.window, id);
      stage.leaving.push(() => stage.standIn.faults.clear());
      return page;
    },
  },
];

async function connectComfyUi({ product }: Stage): Promise<void> {
  const server = await startComfyUiServer({ megapixels: 0.3 });
  const folder = await mkdtemp(join(tmpdir(), 'restyle-workflow-'));
  const workflowFile = join(folder, 'Kontext at home.json');
  await writeFile(workflowFile, kontextFile);
  await connectOther(product, { engine: 'comfyui', baseUrl: server.baseUrl, apiKey: '', workflowFile });
  product.session.context.once('close', () => void server.close());
}

async function setFallback(stage: Stage, to: string): Promise<void> {
  const page = await openOwnPage(stage, '/options.html');
  await page.getByLabel(fallbackWords.label).first().selectOption(to);
  const hint = page.getByText(fallbackWords.never);
  await hint.waitFor({ state: to === '' ? 'detached' : 'visible' });
  await page.close();
}

async function openOffer(stage: Stage): Promise<Page> {
  const page = await openOwnPage(stage, '/popup.html?tab');
  await page.getByText(compareWords.label).click();
  return page;
}

/** Two engines may be asked at once. */
async function allChecked(page: Page): Promise<void> {
  const checking = page.getByText(healthWords.checking);
  await waitFor('every engine to be checked', async () => (await checking.count()) === 0);
}
