import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { optionCosts } from '#shared/i18n/en/option-costs.ts';
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

/** All of the extension's own storage that others could read. */
function stored(): Promise<{ connections?: { list: Record<string, unknown>[] } }> {
  return page.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(): Promise<object> } } };
    };
    return chrome.storage.local.get();
  });
}

const storedConnection = async () => (await stored()).connections?.list[0];

/** With everything unfolded, in either direction. */
async function overflowsPx(widthPx: number): Promise<number[]> {
  await page.setViewportSize({ width: widthPx, height: 800 });
  return page.evaluate(() =>
    ['rtl', 'ltr'].map((dir) => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      document.documentElement.dir = dir;
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    }),
  );
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

  it('shows credit and usage when asked, from the account the key is of', async () => {
    await page.getByRole('button', { name: settingsWords.account.read }).click();
    await page.getByText(settingsWords.account.credit('$23.50')).waitFor();
    await page.getByText(/^Used this month: \$/).waitFor();
  });

  it('says of every option what it costs', async () => {
    const { without, shown } = await page.evaluate(() => {
      const folds = 'main > ul details, section[aria-labelledby=others] details';
      const options = [...document.querySelectorAll(`main > section, ${folds}`)];
      const costs = [...document.querySelectorAll<HTMLElement>('[data-cost-of]')];
      return {
        without: options
          .filter((each) => !each.querySelector('[data-cost-of]'))
          .map((each) => each.textContent),
        shown: costs.map(({ dataset }) => dataset.costOf),
      };
    });
    expect(without).toEqual([]);
    // One that goes on for another is only there where two engines are.
    expect([...new Set([...shown, 'fallback'])].sort()).toEqual(Object.keys(optionCosts).sort());
  });

  it('keeps what a person says an input is for, and goes by the names again when asked', async () => {
    const { label, names, guess } = settingsWords.roles;
    await page.getByText(label, { exact: true }).click();
    const prompt = page.getByLabel(names.prompt);
    expect(await prompt.inputValue()).toBe('prompt');
    await prompt.selectOption('');
    await expect.poll(storedConnection).toMatchObject({ description: { roles: { prompt: null } } });
    await page.getByRole('button', { name: guess }).click();
    await expect.poll(() => prompt.inputValue()).toBe('prompt');
    expect((await storedConnection())?.description).not.toHaveProperty('roles');
  });

  it('keeps a webhook that is safe to call, and says what is wrong with another', async () => {
    const { label, url, save, saved } = settingsWords.webhook;
    await page.getByText(label, { exact: true }).click();
    const address = page.getByLabel(url);
    await address.fill('http://team.example.com/hook');
    await page.getByRole('button', { name: save }).click();
    await page.getByText('The webhook address must begin with https://.').waitFor();
    expect(await storedConnection()).not.toHaveProperty('webhook');
    await address.fill('https://team.example.com/hook?token=of-the-team');
    await page.getByRole('button', { name: save }).click();
    await page.getByText(saved).waitFor();
    expect(await storedConnection()).toMatchObject({
      webhook: { host: 'team.example.com', everyStep: false },
    });
    expect(JSON.stringify(await stored())).not.toContain('of-the-team');
    await page.reload();
    await page.getByText(label, { exact: true }).click();
    await expect.poll(() => address.inputValue()).toBe('https://team.example.com/hook?token=of-the-team');
    await fillConnectForm(page, { ...test.standIn });
  });

  it('signs in by a tab instead of a pasted key', async () => {
    // A page behind another one is never at rest.
    await page.bringToFront();
    await page.getByLabel('API key', { exact: true }).fill('');
    const opening = test.product.session.context.waitForEvent('page');
    await page.getByRole('button', { name: settingsWords.signIn.button }).click();
    const requestId = await requestedAt(await opening);
    test.standIn.approveLogin(requestId);
    await expect
      .poll(() => page.getByLabel('API key', { exact: true }).inputValue(), { timeout: 20_000 })
      .toMatch(/^eyJ/);
    await page.getByText(words.validity.valid).waitFor();
  });

  it('forgets a connection and its key', async () => {
    await page.getByRole('button', { name: settingsWords.disconnect }).click();
    await expect.poll(stored).toMatchObject({ connections: { list: [] }, 'connections.secrets': {} });
    await page.getByRole('heading', { name: settingsWords.connect, exact: true }).waitFor();
  });

  it.each([320, 190])(
    'is no wider than a window of %i px, where zoom or a side panel makes it',
    async (widthPx) => {
      expect(await overflowsPx(widthPx)).toEqual([0, 0]);
    },
  );
});
