import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { waitFor } from '../../scripts/browser/wait-for.ts';
import { fillConnectForm } from '../../scripts/product/connect.ts';
import { type ProductTest, startProductTest } from './product-fixture.ts';

const words = settingsWords.deployments;
let test: ProductTest;
let page: Page;

beforeAll(async () => {
  test = await startProductTest(['coffee.png']);
  page = await test.product.session.context.newPage();
  await page.goto(test.product.session.extensionUrl('/options.html'));
  await fillConnectForm(page, { ...test.standIn, deploymentId: '' });
});
afterAll(() => test.close());

/** The request id in the dashboard's address, which stays in a tab's history though nothing answers there. */
async function requestedAt(dashboard: Page): Promise<string> {
  const session = await dashboard.context().newCDPSession(dashboard);
  return waitFor('the dashboard', async () => {
    const { entries } = await session.send('Page.getNavigationHistory');
    return entries
      .map(({ url }) => /app\.comfydeploy\.com\/auth\/request\/(.+)$/.exec(url)?.[1])
      .find(Boolean);
  });
}

describe('the settings page', () => {
  it('says whose key it is and how long it serves, before anything is sent', async () => {
    await page.getByText(/A key of the organisation .+\. It does not expire\./).waitFor();
    await page.getByLabel('API key', { exact: true }).fill(test.standIn.keys.expired);
    await page.getByText(words.validity.expired).waitFor();
    await page.getByLabel('API key', { exact: true }).fill(test.standIn.apiKey);
  });

  it('finds the deployments of a key, modern and old, and fills the chosen one in', async () => {
    await page.getByRole('button', { name: words.find }).click();
    const choices = page.getByRole('group', { name: words.choose }).getByRole('radio');
    await expect.poll(() => choices.count()).toBe(2);
    await choices.first().check();
    const field = page.getByLabel('Deployment id');
    expect([test.standIn.deploymentId, test.standIn.plainDeploymentId]).toContain(await field.inputValue());
    await page.getByRole('button', { name: 'Connect', exact: true }).first().click();
    await page
      .getByText(/^Connected to .+/)
      .nth(1)
      .waitFor();
  });

  it('signs in by a tab instead of a pasted key', async () => {
    await page.getByLabel('API key', { exact: true }).fill('');
    const opening = test.product.session.context.waitForEvent('page');
    await page.getByRole('button', { name: settingsWords.signIn.button }).click();
    const requestId = await requestedAt(await opening);
    test.standIn.approveLogin(requestId);
    await expect
      .poll(() => page.getByLabel('API key', { exact: true }).inputValue(), { timeout: 8_000 })
      .toMatch(/^eyJ/);
    await page.getByText(words.validity.valid).waitFor();
  });

  it('forgets a connection and its key', async () => {
    await page.getByRole('button', { name: settingsWords.disconnect }).click();
    const stored = () =>
      page.evaluate(() => {
        const { chrome } = globalThis as unknown as {
          chrome: { storage: { local: { get(): Promise<object> } } };
        };
        return chrome.storage.local.get();
      });
    await expect.poll(stored).toMatchObject({ connections: { list: [] }, 'connections.secrets': {} });
    await page.getByText(settingsWords.connect, { exact: true }).waitFor();
  });
});
