import { afterAll, beforeAll, expect, it } from 'vitest';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { rightClickFirefox } from '../../scripts/browser/right-click-firefox.ts';
import { waitFor } from '../../scripts/browser/wait-for.ts';
import { waitForEnd, waitForNewJob } from '../../scripts/product/stored-jobs.ts';
import { type ComfyUiServer, startComfyUiServer } from '../comfyui-server/comfyui-server.ts';
import { kontextGraph } from '../fixtures/kontext-workflow.ts';
import { type FirefoxStage, openFirefoxStage } from './firefox-stage.ts';

const words = settingsWords.comfyui;

let comfyUi: ComfyUiServer;
let stage: FirefoxStage;

beforeAll(async () => {
  [stage, comfyUi] = await Promise.all([
    openFirefoxStage('chelsea.png'),
    startComfyUiServer({ megapixels: 0.1 }),
  ]);
});
afterAll(async () => {
  await stage?.close();
  await comfyUi?.close();
});

it('restyles with a ComfyUI of one’s own, though that refuses what comes from extensions', async () => {
  await waitFor('the form', () => fillForm());
  await stage.settings.bringToFront();
  await stage.settings.locator(`form[aria-label="${words.label}"] button[type=submit]`).click();
  const isConnected = () =>
    stage.settings.evaluate(
      () => /Connected to|role="alert"/.test(document.body.innerHTML) && document.body.textContent,
    );
  expect(await waitFor('an answer', isConnected)).toContain('Connected to');

  const page = await stage.session.browser.newPage();
  await page.goto(stage.photos.url);
  await rightClickFirefox(stage.session, page, { css: stage.photos.target(0) }, { childIndex: 4 });
  const { id } = await waitForNewJob(stage.settings, new Set());
  const job = await waitForEnd(stage.settings, id);
  expect(job.stage.name, JSON.stringify(job.stage)).toBe('done');
  expect(job.recipe.engine).toBe('comfyui');
  expect(comfyUi.prompts()).toHaveLength(1);
});

/** Opens the section and fills it in; whether it is there already. */
function fillForm(): Promise<boolean> {
  const given = { section: words.label, address: comfyUi.baseUrl, workflow: JSON.stringify(kontextGraph) };
  return stage.settings.evaluate(({ section, address, workflow }) => {
    const summary = [...document.querySelectorAll('summary')].find(
      ({ textContent }) => textContent === section,
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
