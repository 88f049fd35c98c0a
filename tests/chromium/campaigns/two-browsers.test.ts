import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keychainWords } from '#shared/i18n/en/keychain.ts';
import { presetWords } from '#shared/i18n/en/presets.ts';
import { allowingHosts } from '../../../scripts/product/answer-prompt.ts';
import { connect } from '../../../scripts/product/connect.ts';
import { openProduct, type Product } from '../../../scripts/product/open-product.ts';
import { isWhole } from '../../campaign.ts';
import { startTeam } from '../../fakes/figma/team.ts';
import { type ProductTest, startProductTest } from '../product-fixture.ts';

type Items = Record<string, unknown>;
/** The extension API inside the worker, as far as it is used here. */
declare const chrome: {
  storage: {
    sync: {
      get(keys: null): Promise<Items>;
      set(items: Items): Promise<void>;
      remove(key: string): Promise<void>;
    };
  };
};

const passphrase = 'three small words';
let first: ProductTest;
let second: Product;

beforeAll(async () => {
  first = await startProductTest([]);
  second = await openProduct();
});
afterAll(async () => {
  await second.close();
  await first.close();
});

async function settingsOf({ session }: Product): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(session.extensionUrl('/options.html'));
  return page;
}

const syncedItems = ({ session }: Product) =>
  session.worker.evaluate((keys) => chrome.storage.sync.get(keys), null);

/** What the browser's sync does between two browsers of one person: no account can be had here. */
async function carry(from: Product, to: Product): Promise<void> {
  await to.session.worker.evaluate((items) => chrome.storage.sync.set(items), await syncedItems(from));
}

async function makePreset(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: presetWords.create }).click();
  await page.getByLabel(presetWords.form.name, { exact: true }).fill(name);
  await page.getByLabel(presetWords.form.prompt).fill('Redraw this picture as a poster.');
  await page.getByRole('button', { name: presetWords.form.save }).click();
  await page.getByText(name, { exact: true }).waitFor();
}

describe('a person’s two browsers', () => {
  it('share presets, the synced area between them', async () => {
    const page = await settingsOf(first.product);
    await makePreset(page, 'Riso poster');
    const isThere = async () => JSON.stringify(await syncedItems(first.product)).includes('Riso poster');
    await expect.poll(isThere, { timeout: 15_000 }).toBe(true);
    await carry(first.product, second);
    await (await settingsOf(second)).getByText('Riso poster', { exact: true }).waitFor();
  });

  it('share a key that only the sync password opens', async () => {
    const page = await settingsOf(first.product);
    await page.getByLabel(keychainWords.password, { exact: true }).fill(passphrase);
    await page.getByRole('button', { name: keychainWords.turnOn }).click();
    await page.getByText(keychainWords.on).waitFor();
    expect(JSON.stringify(await syncedItems(first.product))).not.toContain(first.standIn.apiKey);
    await carry(first.product, second);

    const other = await settingsOf(second);
    const field = other.getByLabel(keychainWords.password, { exact: true });
    await field.fill('three other words');
    await other.getByRole('button', { name: keychainWords.unlock }).click();
    await other.getByText(keychainWords.wrong).waitFor();
    await field.fill(passphrase);
    await other.getByRole('button', { name: keychainWords.unlock }).click();

    const use = other.getByRole('button', { name: /^Use .+ here$/ });
    const hosts = ['http://127.0.0.1/*'];
    await allowingHosts(second, hosts, () => use.click());
    await other.getByText(/^Connected to/).waitFor();
  });

  it.runIf(isWhole)(
    'ask once more when the password is changed, and share nothing once it is revoked',
    async () => {
      const page = await settingsOf(first.product);
      await page.getByRole('button', { name: keychainWords.change }).click();
      await page.getByLabel(keychainWords.password, { exact: true }).fill('three newer words');
      await page.getByRole('button', { name: keychainWords.change }).click();
      await page.getByRole('button', { name: keychainWords.turnOff }).waitFor();
      await carry(first.product, second);

      const other = await settingsOf(second);
      const field = other.getByLabel(keychainWords.password, { exact: true });
      await field.fill(passphrase);
      await other.getByRole('button', { name: keychainWords.unlock }).click();
      await other.getByText(keychainWords.wrong).waitFor();
      await field.fill('three newer words');
      await other.getByRole('button', { name: keychainWords.unlock }).click();
      await other.getByText(keychainWords.on).waitFor();

      await page.getByRole('button', { name: keychainWords.turnOff }).click();
      await page.getByRole('button', { name: keychainWords.turnOn }).waitFor();
      expect(await syncedItems(first.product)).not.toHaveProperty('keychain');
      await second.session.worker.evaluate(() => chrome.storage.sync.remove('keychain'), null);
      // What it is connected with stays; nothing new comes.
      await other.getByRole('button', { name: keychainWords.turnOn }).waitFor();
      await other.getByText(/^Connected to/).waitFor();
    },
  );

  it.runIf(isWhole)('are let in one by the other where a relay’s token is all they have', async () => {
    const team = await startTeam({ megapixels: 0.02 });
    const product = await openProduct();
    const { deploymentId } = team.standIn;
    await connect(product, { baseUrl: team.relayUrl, apiKey: team.token, deploymentId, storageUrl: '' });
    const page = await settingsOf(product);
    await page.getByRole('button', { name: keychainWords.device.approve }).click();
    const link = page.getByLabel(keychainWords.device.link, { exact: true });
    expect(await link.inputValue()).toContain(`${team.relayUrl}/join#invitation_`);
    expect(await page.getByRole('button', { name: keychainWords.turnOn }).count()).toBe(0);
    await product.close();
    await team.close();
  });
});
