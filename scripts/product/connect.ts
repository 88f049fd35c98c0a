import type { Page } from 'playwright-core';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { allowingHosts } from './answer-prompt.ts';
import type { Product } from './open-product.ts';

export type Server = { baseUrl: string; apiKey: string; deploymentId: string; storageUrl: string };

const words = panelWords.connect;
const personAnswersMs = 180_000;

/** Fills the settings page in and presses Connect, as the admin would; answers the browser's question. */
export async function connect(product: Product, server: Server): Promise<void> {
  const { session } = product;
  const page = await session.context.newPage();
  await page.goto(session.extensionUrl('/options.html'));
  await fillConnectForm(page, server);
  const button = page.getByRole('button', { name: words.button, exact: true }).first();
  await allowingHosts(product, originsOf(server), () => button.click());
  await page
    .getByText(/^Connected to/)
    .first()
    .waitFor({ timeout: session.display ? 15_000 : personAnswersMs });
  await page.close();
}

export async function fillConnectForm(page: Page, server: Server): Promise<void> {
  await page.getByLabel(words.apiKey, { exact: true }).fill(server.apiKey);
  await page.getByLabel(words.deploymentId).fill(server.deploymentId);
  await page.getByText(words.ownServer).click();
  await page.getByLabel(words.baseUrl).fill(server.baseUrl);
  await page.getByLabel(words.storageOrigins).fill(server.storageUrl);
}

function originsOf({ baseUrl, storageUrl }: Server): string[] {
  return [baseUrl, storageUrl]
    .filter((url) => url !== '')
    .map((url) => `${new URL(url).protocol}//${new URL(url).hostname}/*`);
}
