import type { Page } from 'playwright-core';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { presetWords } from '#shared/i18n/en/presets.ts';
import { promptWords } from '#shared/i18n/en/prompt.ts';
import { rewritingWords } from '#shared/i18n/en/rewriting.ts';
import type { Scene } from '../scene.ts';
import { openOwnPage, type Stage } from '../stage.ts';

const narrow = { widthsPx: [320], heightPx: 600, wholePage: true } as const;
const both = { widthsPx: [320, 1280], heightPx: 800, wholePage: true } as const;

/** Presets and the prompt in the panel, and where a person keeps presets. */
export const presetScenes: readonly Scene[] = [
  { ...both, name: 'presets-all', open: openAll },
  {
    ...narrow,
    name: 'presets-found',
    async open(stage) {
      const page = await openAll(stage);
      await page.getByRole('searchbox', { name: panelWords.presets.search }).fill('print');
      return page;
    },
  },
  {
    ...both,
    name: 'presets-placeholders',
    async open(stage) {
      const page = await openAll(stage);
      await choose(page, 'Duotone');
      await page.getByRole('textbox', { name: 'Light colour' }).fill('#ffd23f');
      await page.getByRole('button', { name: panelWords.presets.fewer }).click();
      return page;
    },
  },
  { ...both, name: 'prompt-help', open: openHelp },
  {
    ...both,
    name: 'prompt-rewriting',
    async open(stage) {
      const page = await openPanel(stage);
      await choose(page, 'Golden hour');
      const prompt = page.getByRole('textbox', { name: /^Add to Golden hour/ });
      await prompt.fill('can you make the clothes dark blue, no hats');
      await page.getByRole('button', { name: promptWords.rewriting.askPreset('Golden hour') }).click();
      await page.getByRole('region', { name: rewritingWords.region }).waitFor();
      return page;
    },
  },
  {
    ...narrow,
    name: 'presets-saved',
    async open(stage) {
      const page = await openHelp(stage);
      await page.getByRole('button', { name: presetWords.keep }).first().click();
      await page.getByText(/^Saved as the preset/).waitFor();
      return page;
    },
  },
  {
    ...both,
    name: 'presets-settings',
    async open(stage) {
      const page = await openOwnPage(stage, '/options.html');
      await page.getByText('Photo light', { exact: true }).click();
      await page.locator('#presets').scrollIntoViewIfNeeded();
      return page;
    },
  },
];

async function openPanel(stage: Stage): Promise<Page> {
  return openOwnPage(stage, '/popup.html?tab');
}

async function openAll(stage: Stage): Promise<Page> {
  const page = await openPanel(stage);
  await page.getByRole('button', { name: /^See all/ }).click();
  return page;
}

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name }).check({ force: true });
}

async function openHelp(stage: Stage): Promise<Page> {
  const page = await openPanel(stage);
  await choose(page, panelWords.presets.none);
  await page
    .getByRole('textbox', { name: panelWords.prompt.label })
    .fill('Replace the table with a marble counter');
  await page.getByRole('button', { name: promptWords.keep.labels.composition, exact: true }).click();
  await page.getByText(promptWords.guide.label).click();
  await page.getByText(promptWords.past.label).click();
  return page;
}
