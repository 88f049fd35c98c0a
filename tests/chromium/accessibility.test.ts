import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchWords } from '#shared/i18n/en/batch.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { promptWords } from '#shared/i18n/en/prompt.ts';
import { restyleByMenu } from '../../scripts/product/restyle.ts';
import { waitForEnd } from '../../scripts/product/stored-jobs.ts';
import { type ProductTest, photo, startProductTest } from './product-fixture.ts';

type Violation = { id: string; help: string; nodes: { html: string }[] };
declare const axe: { run(options: object): Promise<{ violations: Violation[] }> };

let test: ProductTest;
let axeSource: string;

beforeAll(async () => {
  [test, axeSource] = await Promise.all([
    startProductTest(['coffee.png']),
    readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
  ]);
});
afterAll(() => test.close());

async function openOwnPage(path: string): Promise<Page> {
  const page = await test.product.session.context.newPage();
  await page.goto(test.product.session.extensionUrl(path));
  await page.getByRole('button').first().waitFor();
  return page;
}

/** What a frame owes its page, not itself: axe asks it only because it is started there. */
const rulesOfWholePages = ['landmark-one-main', 'page-has-heading-one', 'region'];

/** One line a violation. Our policy forbids the page other scripts; the debugger may bring one in. */
async function violationsIn(frame: Frame): Promise<string[]> {
  await frame.evaluate(axeSource);
  const left = frame.parentFrame() ? rulesOfWholePages : [];
  const rules = Object.fromEntries(left.map((id) => [id, { enabled: false }]));
  const { violations } = await frame.evaluate((options) => axe.run(options), { iframes: false, rules });
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

async function expectNone(page: Page, frame = page.mainFrame()): Promise<void> {
  await page.bringToFront();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violationsIn(frame), colorScheme).toEqual([]);
  }
}

function overlay(): Frame {
  const frame = test.page.frames().find((each) => each.url().startsWith('chrome-extension://'));
  if (!frame) throw new Error('There is no overlay');
  return frame;
}

async function restyle(): Promise<string> {
  const { product, page, photos } = test;
  const job = await restyleByMenu(product, page, { css: photos.target(0) }, 'builtin.film-noir');
  return (await waitForEnd(product.window, job.id)).stage.name;
}

describe('axe finds nothing wrong, by light and by dark,', () => {
  it('with the overlay of a run that failed', async () => {
    test.standIn.faults.add({
      match: { method: 'POST', path: '/api/run/deployment/queue' },
      action: { kind: 'runOutcome', outcome: 'failed' },
    });
    expect(await restyle()).toBe('failed');
    await overlay().getByRole('alert').waitFor();
    await expectNone(test.page, overlay());
  });

  it('with the overlay of a result, comparing', async () => {
    expect(await restyle()).toBe('done');
    await overlay().getByRole('button', { name: panelWords.result.compare }).click();
    await overlay().getByRole('slider').waitFor();
    await expectNone(test.page, overlay());
  });

  it('with the panel: a picture, two jobs, everything unfolded', async () => {
    const page = await openOwnPage('/popup.html?tab');
    await page.getByRole('button', { name: panelWords.picture.change }).waitFor();
    await page.getByRole('article').nth(1).waitFor();
    await page.getByText(panelWords.seed.more, { exact: true }).click();
    await page.getByLabel(panelWords.seed.fixed).check();
    await page.getByRole('button', { name: /^See all/ }).click();
    await page.getByRole('radio', { name: 'Duotone' }).check({ force: true });
    await page.getByText(promptWords.past.label).click();
    await page.getByText(promptWords.guide.label).click();
    await expectNone(page);
    await page.close();
  });

  it('with the history: filters unfolded, and a picture open', async () => {
    const page = await openOwnPage('/studio.html#history');
    await page.locator('[data-entry]').nth(1).waitFor();
    await page.getByText(historyWords.filters, { exact: true }).click();
    await expectNone(page);
    await page.locator('[data-entry]').first().click();
    await page.getByRole('dialog').getByRole('slider').waitFor();
    await expectNone(page);
    await page.close();
  });

  it('with the studio: everything unfolded, a batch in its list', async () => {
    const page = await openOwnPage('/studio.html');
    await page.locator('input[type=file][multiple]').setInputFiles(photo('coffee.png'));
    await page.getByRole('checkbox', { name: 'Film noir' }).check({ force: true });
    await page.getByRole('button', { name: /^Restyle 2 pictures/ }).click();
    await page.getByText(batchWords.action.names, { exact: true }).first().click();
    await page.getByText(panelWords.seed.more, { exact: true }).click();
    await page.getByLabel(batchWords.list.rows).check();
    await page.getByRole('region', { name: batchWords.list.items }).waitFor();
    await expectNone(page);
    await page.close();
  });

  it('with the settings: connected, own server unfolded', async () => {
    const page = await openOwnPage('/options.html');
    await page
      .getByText(/^Connected to/)
      .first()
      .waitFor();
    await page.getByText(panelWords.connect.ownServer).click();
    await expectNone(page);
    await page.close();
  });
});
