import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import { historyWords } from '#shared/i18n/en/history.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import type { Job } from '#shared/jobs/job.ts';
import { builtInPresets, mostInMenu } from '#shared/presets/built-in.ts';
import { dispatchMenuClick, grantActiveTab } from '../browser/active-tab.ts';
import { rightClick } from '../browser/right-click.ts';
import type { ClickTarget } from '../browser/screen-point.ts';
import { waitFor } from '../browser/wait-for.ts';
import { allowInPanel, answerHostQuestion } from './answer-host-question.ts';
import type { Product } from './open-product.ts';
import { chooseInPicker, restyleByPicker } from './pick-on-page.ts';
import { readJobs, waitForNewJob } from './stored-jobs.ts';

const menuPatienceMs = 6_000;

/**
 * Restyles a picture as a person would: a right-click and a preset, or the quick prompt when `presetId` is
 * null. Where the browser's menu knows no picture there, by the picker.
 */
async function chooseOnPage(product: Product, page: Page, target: ClickTarget, presetId: string | null) {
  const { session, rights } = product;
  if (rights === 'demo') return chooseWithoutScreen(product, page, target, presetId);
  const index = builtInPresets.findIndex(({ id }) => id === presetId);
  const childIndex = presetId === null ? mostInMenu : index;
  // The menu has the best known ones, the picker has all.
  if (index >= mostInMenu) return restyleByPicker(product, page, target, presetId);
  const hasMenu = await rightClick(session, page, target, { childIndex, patienceMs: menuPatienceMs }).then(
    () => true,
    () => false,
  );
  if (!hasMenu) await restyleByPicker(product, page, target, presetId);
}

async function chooseWithoutScreen(
  { session }: Product,
  page: Page,
  target: ClickTarget,
  presetId: string | null,
) {
  await grantActiveTab(session, page);
  const srcUrl = await pictureUrlAt(page, target);
  const menuItemId = presetId === null ? 'quick-prompt' : `preset:${presetId}`;
  if (srcUrl !== '') return dispatchMenuClick(session, page, { menuItemId, mediaType: 'image', srcUrl });
  await dispatchMenuClick(session, page, { menuItemId: 'here' });
  await chooseInPicker(page, presetId);
}

/** Restyles a picture on a page by a preset, allowing its host where that is asked; answers the new job as soon as it is written down. */
export async function restyleByMenu(
  product: Product,
  page: Page,
  target: ClickTarget,
  presetId: string,
): Promise<Job> {
  const known = new Set((await readJobs(product.window)).map(({ id }) => id));
  await chooseOnPage(product, page, target, presetId);
  const { id } = await waitForNewJob(product.window, known);
  return (await answerHostQuestion(product, page, id)) ?? (await waitForNewJob(product.window, known));
}

export type PanelWishes = {
  presetId: string | null;
  prompt: string;
  strength: number | null;
  seed: number | null;
};

/** Captures a picture for the panel by the menu's quick prompt. */
export async function captureForPanel(product: Product, page: Page, target: ClickTarget): Promise<void> {
  const before = await lastPictureKey(product.window);
  const known = new Set((await readJobs(product.window)).map(({ id }) => id));
  await chooseOnPage(product, page, target, null);
  const isCaptured = async () => (await lastPictureKey(product.window)) !== before;
  // A picture that could not be read is written down as a job, with the reason.
  const refused = async () => (await readJobs(product.window)).find(({ id }) => !known.has(id));
  const job = await waitFor('the picture to be captured', async () => (await isCaptured()) || refused());
  if (job === true) return;
  await allowInPanel(product, job);
  await waitFor('the picture to be captured', isCaptured);
}

/** Fills the panel in and runs it; `file` is chosen through its file button. */
export async function restyleByPanel(
  product: Product,
  wishes: PanelWishes,
  file?: string,
): Promise<Job | string> {
  const known = new Set((await readJobs(product.window)).map(({ id }) => id));
  const page = await product.session.context.newPage();
  await page.goto(product.session.extensionUrl('/popup.html?tab'));
  if (file) await page.locator('input[type=file]').setInputFiles(file);
  // Where the same picture is there already, the button shows it and another runs.
  const run = page
    .getByRole('button', { name: panelWords.run.button })
    .or(page.getByRole('button', { name: historyWords.earlier.anyway }));
  const problem = page.getByRole('alert');
  const label = file
    ? page.getByText(basename(file), { exact: true })
    : page.getByRole('button', { name: panelWords.picture.change });
  await label.or(problem).first().waitFor();
  if (await problem.isVisible()) return (await problem.locator('strong').textContent()) ?? '';
  await fillPanel(page, wishes);
  await run.click();
  const job = await waitForNewJob(product.window, known);
  await page.close();
  return job;
}

async function fillPanel(page: Page, { presetId, prompt, strength, seed }: PanelWishes): Promise<void> {
  const preset = builtInPresets.find(({ id }) => id === presetId);
  await page.getByRole('radio', { name: preset?.name ?? panelWords.presets.none }).check({ force: true });
  await page.getByRole('textbox').first().fill(prompt);
  if (strength !== null)
    await page.getByLabel(/^Strength, as a number/).fill(String(Math.round(strength * 100)));
  if (seed === null) return;
  await page.getByText(panelWords.seed.more, { exact: true }).click();
  await page.getByLabel(panelWords.seed.fixed).check();
  await page.getByLabel(panelWords.seed.number).fill(String(seed));
}

async function lastPictureKey(window: Page): Promise<string | null> {
  return window.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        storage: {
          local: { get(key: string): Promise<Record<string, { sourceKey?: string; label?: string }>> };
        };
      };
    };
    const stored = (await chrome.storage.local.get('last-picture'))['last-picture'];
    return stored ? JSON.stringify(stored) : null;
  });
}

function pictureUrlAt(page: Page, target: ClickTarget): Promise<string> {
  return page.evaluate((place) => {
    const element =
      'css' in place ? document.querySelector(place.css) : document.elementFromPoint(place.xPx, place.yPx);
    return element instanceof HTMLImageElement ? element.currentSrc || element.src : '';
  }, target);
}
