import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { presetWords } from '#shared/i18n/en/presets.ts';
import { promptWords } from '#shared/i18n/en/prompt.ts';
import { presetPrefix } from '#shared/presets/preset-library.ts';
import { replicaKey } from '#shared/sync/replica-store.ts';
import type { SyncItem } from '#shared/sync/sync-item.ts';
import { dispatchMenuClick, grantActiveTab } from '../../scripts/browser/active-tab.ts';
import { chooseInMenu } from '../../scripts/product/choose-in-menu.ts';
import { restyleByPanel } from '../../scripts/product/restyle.ts';
import { blobKeys, readJobs, waitForEnd, waitForNewJob } from '../../scripts/product/stored-jobs.ts';
import { type ProductTest, photo, startProductTest } from './product-fixture.ts';

declare const chrome: { storage: { local: { get(key: string): Promise<Record<string, unknown>> } } };

let test: ProductTest;
let panel: Page;
const wishes = { presetId: null, prompt: 'turn it into a blueprint', strength: 0.4, seed: 11 };

beforeAll(async () => {
  test = await startProductTest(['rocket.jpg']);
  const job = await restyleByPanel(test.product, wishes, photo('rocket.jpg'));
  if (typeof job === 'string') throw new Error(job);
  await waitForEnd(test.product.window, job.id);
  panel = await test.product.session.context.newPage();
  await panel.goto(test.product.session.extensionUrl('/popup.html?tab'));
});
afterAll(() => test.close());

describe('the panel', () => {
  it('sends what was typed and chosen, and nothing else', async () => {
    const [run] = await test.standIn.ledger();
    expect(run?.inputs).toMatchObject({ prompt: wishes.prompt, strength: 0.4, seed: 11 });
  });

  it('runs a finished picture again as a job of its own, with another seed', async () => {
    const known = new Set((await readJobs(test.product.window)).map(({ id }) => id));
    await chooseInMenu(panel.getByRole('main'), panelWords.jobs.vary);
    const { id } = await waitForNewJob(test.product.window, known);
    const job = await waitForEnd(test.product.window, id);
    expect(job.recipe).toMatchObject({ prompt: wishes.prompt, strength: 0.4 });
    expect(job.recipe.seed).not.toBe(11);
  });

  it('takes a picture off the list for good, bytes and all', async () => {
    const cards = panel.getByRole('article');
    await expect.poll(() => cards.count()).toBe(2);
    const newest = (await readJobs(test.product.window)).at(-1);
    const removedKey = newest?.stage.name === 'done' ? newest.stage.result.key : '';
    expect(await blobKeys(test.product.window)).toContain(removedKey);
    await chooseInMenu(panel.getByRole('main'), panelWords.jobs.dismiss);
    await expect.poll(() => cards.count()).toBe(1);
    const [left] = await readJobs(test.product.window);
    const resultKey = left?.stage.name === 'done' ? left.stage.result.key : '';
    await expect.poll(() => blobKeys(test.product.window)).toContain(resultKey);
    expect(await blobKeys(test.product.window)).not.toContain(removedKey);
  });

  it('runs by Ctrl and Enter from the prompt, and shows the job', async () => {
    const known = new Set((await readJobs(test.product.window)).map(({ id }) => id));
    await panel.getByRole('textbox').first().fill('as an oil painting');
    await panel.keyboard.press('Control+Enter');
    const { id } = await waitForNewJob(test.product.window, known);
    expect((await waitForEnd(test.product.window, id)).stage.name).toBe('done');
    await panel.getByText(/^Done/).nth(1).waitFor();
  });
});

describe('presets', () => {
  const form = () => panel.getByRole('form', { name: panelWords.run.form });
  const kept = () => panel.getByText(/^Saved as the preset/).first();
  const stored = (key: string) =>
    test.product.session.worker.evaluate(
      async (name) => (await chrome.storage.local.get(name))[name] as { items?: SyncItem[] },
      key,
    );
  const presets = async () =>
    (await stored(replicaKey)).items?.filter(({ id }) => id.startsWith(presetPrefix)) ?? [];

  it('are made of a finished picture by one click, under that picture', async () => {
    await panel.getByRole('article').first().getByRole('button', { name: presetWords.keep }).click();
    await kept().waitFor();
    expect(JSON.stringify(await presets())).toContain('data:image/webp');
  });

  it('are made of what is set; what is left open is asked for, also after a click in the menu', async () => {
    await panel.reload();
    await panel.getByRole('radio', { name: panelWords.presets.none }).check({ force: true });
    await panel.getByRole('textbox', { name: panelWords.prompt.label }).fill('Put {product} on a table.');
    await form().getByRole('button', { name: presetWords.keep }).click();
    await kept().waitFor();
    await panel.getByText(promptWords.fills.needed('product')).waitFor();

    const presetId = (await presets()).at(-1)?.id ?? '';
    const known = new Set((await readJobs(test.product.window)).map(({ id }) => id));
    const srcUrl = await test.page
      .locator('img')
      .first()
      .evaluate((image: HTMLImageElement) => image.src);
    await grantActiveTab(test.product.session, test.page);
    const click = { menuItemId: `preset:${presetId}`, mediaType: 'image', srcUrl } as const;
    await dispatchMenuClick(test.product.session, test.page, click);
    await expect
      .poll(async () => JSON.stringify(await stored('last-picture')), { timeout: 15_000 })
      .toContain(presetId);

    await panel.reload();
    await panel.getByRole('textbox', { name: 'Product', exact: true }).fill('the rocket');
    const runButton = form().getByRole('button', { name: new RegExp(`^${panelWords.run.button}`) });
    await expect.poll(() => runButton.getAttribute('aria-disabled')).toBe('false');
    await panel.keyboard.press('Control+Enter');
    const { recipe } = await waitForNewJob(test.product.window, known);
    expect(recipe).toMatchObject({ presetId, prompt: 'Put the rocket on a table.' });
  });
});

describe('the background', () => {
  type Listeners = { dispatch(message: object, sender: object, reply: (value: unknown) => void): void };

  /** What it answers to a sender at this address. */
  function answerTo(senderUrl: string): Promise<unknown> {
    return test.product.session.worker.evaluate((url) => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: { onMessage: Listeners } } };
      return new Promise((resolve) => {
        chrome.runtime.onMessage.dispatch({ verb: 'jobs.resume', question: {} }, { url }, resolve);
        setTimeout(() => resolve('no answer'), 500);
      });
    }, senderUrl);
  }

  it('answers the extension’s own pages and nobody else', async () => {
    const { session } = test.product;
    expect(await answerTo(session.extensionUrl('/popup.html'))).toMatchObject({ ok: true });
    expect(await answerTo('https://evil.example/')).toBe('no answer');
    expect(await answerTo(`https://evil.example/${session.extensionUrl('/popup.html')}`)).toBe('no answer');
  });
});
