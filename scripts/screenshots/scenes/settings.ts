import type { Page } from 'playwright-core';
import { keychainWords } from '#shared/i18n/en/keychain.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { presetWords } from '#shared/i18n/en/presets.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { fillConnectForm } from '../../product/connect.ts';
import type { Scene } from '../scene.ts';
import { disconnect, openOwnPage, reconnect } from '../stage.ts';

const look = { widthsPx: [400, 900], heightPx: 800, wholePage: true } as const;

const refused = { code: 'unauthorized', detail: '' } as const;

export async function makePreset(page: Page, name: string, prompt: string): Promise<void> {
  const { form, create } = presetWords;
  if (await page.getByText(name, { exact: true }).count()) return;
  await page.getByRole('button', { name: create }).click();
  await page.getByLabel(form.name, { exact: true }).fill(name);
  await page.getByLabel(form.prompt).fill(prompt);
  await page.getByRole('button', { name: form.save }).click();
  await page.getByText(name, { exact: true }).waitFor();
}

/** As a person comes to it by its link. */
function section(name: string, id: string): Scene {
  return {
    ...{ name, widthsPx: [900], heightPx: 760 },
    async open(stage) {
      const page = await openOwnPage(stage, '/options.html');
      await page.locator(`#${id}`).evaluate((heading) => heading.scrollIntoView());
      return page;
    },
  };
}

/** Before anything is connected; the last one connects. */
export const settingsScenes: readonly Scene[] = [
  {
    ...look,
    name: 'settings-empty',
    open: (stage) => openOwnPage(stage, '/options.html'),
  },
  {
    // As it greets: what comes below can be scrolled to.
    ...{ widthsPx: [900], heightPx: 760 },
    name: 'settings-connect',
    open: (stage) => openOwnPage(stage, '/options.html'),
  },
  {
    ...look,
    name: 'settings-own-server',
    async open(stage) {
      const page = await openOwnPage(stage, '/options.html');
      await fillConnectForm(page, stage.standIn);
      return page;
    },
  },
  {
    ...look,
    name: 'settings-failing-check',
    async open(stage) {
      const page = await openOwnPage(stage, '/options.html');
      await fillConnectForm(page, { ...stage.standIn, apiKey: 'eyJhbGciOiJIUzI1NiJ9.eyJ1IjoxfQ.AAAA' });
      await page.getByRole('button', { name: panelWords.connect.button, exact: true }).click();
      await page.getByText(errorWords(refused, { engine: 'comfydeploy' }).title).waitFor();
      return page;
    },
  },
  {
    ...look,
    name: 'settings-presets',
    async open(stage) {
      const page = await openOwnPage(stage, '/options.html');
      await makePreset(page, 'Riso poster', 'Redraw this picture as a two-colour risograph poster.');
      await page.getByRole('button', { name: presetWords.create }).click();
      return page;
    },
  },
  {
    ...look,
    name: 'panel-gpu',
    async open(stage) {
      // The older deployment leaves the GPU to the run.
      const settings = await reconnect(stage, stage.standIn.plainDeploymentId);
      await settings.close();
      const page = await openOwnPage(stage, '/popup.html?tab');
      await page.getByText(panelWords.seed.more, { exact: true }).click();
      await page.getByLabel(panelWords.gpu.label).selectOption('L40S');
      return page;
    },
  },
  {
    ...look,
    name: 'settings-connected',
    async open(stage) {
      await disconnect(stage);
      return reconnect(stage);
    },
  },
  {
    ...look,
    name: 'settings-connection-more',
    async open(stage) {
      const page = await openOwnPage(stage, '/options.html');
      await page.getByRole('button', { name: settingsWords.account.read }).click();
      await page.getByText(/^Used this month/).waitFor();
      await page.getByText(settingsWords.roles.label, { exact: true }).click();
      await page.getByText(settingsWords.webhook.label, { exact: true }).click();
      return page;
    },
  },
  section('settings-presets-only', 'presets'),
  section('settings-team-only', 'team-setup'),
  section('settings-figma-only', 'figma'),
  {
    ...look,
    name: 'settings-keychain',
    async open(stage) {
      const page = await openOwnPage(stage, '/options.html');
      await page.getByLabel(keychainWords.password, { exact: true }).fill('correct horse battery');
      await page.getByRole('button', { name: keychainWords.turnOn }).click();
      await page.getByText(keychainWords.on).waitFor();
      return page;
    },
  },
];
