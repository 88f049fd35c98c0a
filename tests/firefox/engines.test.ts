import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { type Display, startDisplay } from '../../scripts/browser/display.ts';
import { type FirefoxSession, launchFirefox } from '../../scripts/browser/firefox.ts';
import { rightClickFirefox } from '../../scripts/browser/right-click-firefox.ts';
import { waitFor } from '../../scripts/browser/wait-for.ts';
import { type PhotoPage, servePhotoPage } from '../../scripts/product/photo-page.ts';
import { waitForEnd, waitForNewJob } from '../../scripts/product/stored-jobs.ts';
import { type ComfyUiServer, startComfyUiServer } from '../comfyui-server/comfyui-server.ts';
import { kontextGraph } from '../fixtures/kontext-workflow.ts';

const extensionDir = fileURLToPath(new URL('../../dist/firefox-mv3', import.meta.url));
const photo = fileURLToPath(new URL('../fixtures/photos/chelsea.png', import.meta.url));
const words = settingsWords.comfyui;

let display: Display;
let session: FirefoxSession;
let comfyUi: ComfyUiServer;
let photos: PhotoPage;
let settings: Page;

beforeAll(async () => {
  [display, comfyUi, photos] = await Promise.all([
    startDisplay(),
    startComfyUiServer({ megapixels: 0.1 }),
    servePhotoPage([photo]),
  ]);
  session = await launchFirefox({ extensionDir, display });
  settings = await session.openExtensionPage('options.html');
});

afterAll(async () => {
  await session?.close();
  await display?.stop();
  await photos?.close();
  await comfyUi?.close();
});

it('restyles with a ComfyUI of one’s own, though that refuses what comes from extensions', async () => {
  await waitFor('the form', () => fillForm());
  await settings.bringToFront();
  await settings.locator(`form[aria-label="${words.label}"] button[type=submit]`).click();
  const isConnected = () =>
    settings.evaluate(
      () => /Connected to|role="alert"/.test(document.body.innerHTML) && document.body.textContent,
    );
  expect(await waitFor('an answer', isConnected)).toContain('Connected to');

  const page = await session.browser.newPage();
  await page.goto(photos.url);
  await rightClickFirefox(session, page, { css: photos.target(0) }, { childIndex: 4 });
  const { id } = await waitForNewJob(settings, new Set());
  const job = await waitForEnd(settings, id);
  expect(job.stage.name, JSON.stringify(job.stage)).toBe('done');
  expect(job.recipe.engine).toBe('comfyui');
  expect(comfyUi.prompts()).toHaveLength(1);
});

/** Opens the section and fills it in; whether it is there already. */
function fillForm(): Promise<boolean> {
  const given = { section: words.label, address: comfyUi.baseUrl, workflow: JSON.stringify(kontextGraph) };
  return settings.evaluate(({ section, address, workflow }) => {
    const summary = [...document.querySelectorAll('summary')].find(
      ({ textContent: innerText }) => innerText === section,
    );
    summary?.click();
    const form = document.querySelector(`form[aria-label="${section}"]`);
    const url = form?.querySelector<HTMLInputElement>('input[type=url]');
    const file = form?.querySelector<HTMLInputElement>('input[type=file]');
    if (!url || !file) return false;
    url.value = address;
    url.dispatchEvent(new Event('input', { bubbles: true }));
    const files = new DataTransfer();
    files.items.add(new File([workflow], 'kontext.json', { type: 'application/json' }));
    file.files = files.files;
    file.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  }, given);
}
