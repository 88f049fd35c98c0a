import type { Locator } from 'playwright-core';
import { hostPatternOf } from '#shared/connection/host-pattern.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { allowingHosts } from './answer-prompt.ts';
import type { Product } from './open-product.ts';

export type OtherEngine =
  | { engine: 'on-device' }
  | { engine: 'comfyui'; baseUrl: string; apiKey: string; workflowFile: string }
  | { engine: 'predictions'; baseUrl: string; apiKey: string; modelId: string };

const labels = {
  'on-device': settingsWords.onDevice.label,
  comfyui: settingsWords.comfyui.label,
  predictions: settingsWords.predictions.label,
};

/** Connects one of the other engines through its own form in the settings. */
export async function connectOther(product: Product, engine: OtherEngine): Promise<void> {
  const { session } = product;
  const page = await session.context.newPage();
  await page.goto(session.extensionUrl('/options.html'));
  const label = labels[engine.engine];
  await page.getByText(label, { exact: true }).click();
  const form = page.getByRole('form', { name: label });
  await fill(form, engine);
  const origins = 'baseUrl' in engine ? [hostPatternOf(engine.baseUrl)] : [];
  const button = form.getByRole('button', { name: panelWords.connect.button, exact: true });
  await allowingHosts(product, origins, () => button.click());
  await succeeded(form);
  await page.close();
}

async function fill(form: Locator, engine: OtherEngine): Promise<void> {
  if (engine.engine === 'comfyui') {
    const words = settingsWords.comfyui;
    await form.getByLabel(words.address).fill(engine.baseUrl);
    await form.getByLabel(words.workflow).setInputFiles(engine.workflowFile);
    if (engine.apiKey) await form.getByLabel(words.key, { exact: true }).fill(engine.apiKey);
  }
  if (engine.engine === 'predictions') {
    const words = settingsWords.predictions;
    await form.getByLabel(words.address).fill(engine.baseUrl);
    await form.getByLabel(words.model).selectOption(engine.modelId);
    await form.getByLabel(words.key, { exact: true }).fill(engine.apiKey);
  }
}

/** The form says how the test went: a refusal is passed on in its own words. */
async function succeeded(form: Locator): Promise<void> {
  const connected = form.getByText(/^Connected to/);
  const problem = form.getByRole('alert');
  await connected.or(problem).first().waitFor({ timeout: 20_000 });
  if (await problem.isVisible()) throw new Error(`The settings say: ${await problem.textContent()}`);
}
