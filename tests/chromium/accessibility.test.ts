import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { batchWords } from '#shared/i18n/en/batch.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { promptWords } from '#shared/i18n/en/prompt.ts';
import type { Job } from '#shared/jobs/job.ts';
import { waitFor } from '../../scripts/browser/wait-for.ts';
import { fillHistory } from '../../scripts/product/fill-history.ts';
import { restyleByMenu } from '../../scripts/product/restyle.ts';
import { waitForEnd } from '../../scripts/product/stored-jobs.ts';
import { putValues, storedValues } from '../../scripts/product/stored-values.ts';
import { expectNoViolations } from './axe.ts';
import { type ProductTest, photo, startProductTest } from './product-fixture.ts';

let test: ProductTest;
let madeId: string;

/** A picture made on the first page, which all of our own pages show; another one before it, in lists and history. */
beforeAll(async () => {
  test = await startProductTest(['coffee.png']);
  const { window } = test.product;
  const job = await restyle(test.page, 'builtin.film-noir');
  madeId = job.id;
  await waitFor('the history', async () => (await storedValues(window, 'history')).length > 0);
  await fillHistory(window, job, 1);
  await putValues(window, 'jobs', [{ ...job, id: 'before', createdAtMs: job.createdAtMs - 1_000 }]);
});
afterEach(() => test.standIn.faults.clear());
afterAll(() => test.close());

async function openOwnPage(path: string): Promise<Page> {
  const page = await test.product.session.context.newPage();
  await page.goto(test.product.session.extensionUrl(path));
  await page.getByRole('button').first().waitFor();
  return page;
}

function overlayOn(page: Page): Frame {
  const frame = page.frames().find((each) => each.url().startsWith('chrome-extension://'));
  if (!frame) throw new Error('There is no overlay');
  return frame;
}

async function restyle(page: Page, presetId: string): Promise<Job> {
  const { product, photos } = test;
  const { id } = await restyleByMenu(product, page, { css: photos.target(0) }, presetId);
  return waitForEnd(product.window, id);
}

describe('axe finds nothing wrong, by light and by dark,', () => {
  it('with the overlay of a run that failed', async () => {
    test.standIn.faults.add({
      match: { method: 'POST', path: '/api/run/deployment/queue' },
      action: { kind: 'runOutcome', outcome: 'failed' },
    });
    const page = await test.product.session.context.newPage();
    await page.goto(test.photos.url);
    expect((await restyle(page, 'builtin.watercolour')).stage.name).toBe('failed');
    await overlayOn(page).getByRole('alert').waitFor();
    await expectNoViolations(page, overlayOn(page));
    await page.close();
  });

  it('with the overlay of a result, comparing', async () => {
    const overlay = overlayOn(test.page);
    await overlay.getByRole('button', { name: panelWords.result.compare }).click();
    await overlay.getByRole('slider').waitFor();
    await expectNoViolations(test.page, overlay);
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
    await page.getByRole('button', { name: panelWords.jobs.compare }).first().click();
    await page
      .getByRole('button', { name: /^More for/ })
      .first()
      .click();
    await page.getByRole('menu').waitFor();
    await expectNoViolations(page);
    await page.close();
  });

  it('with the history: filters unfolded, and a picture open', async () => {
    const page = await openOwnPage('/studio.html#history');
    await page.locator('[data-entry]').nth(1).waitFor();
    await page.getByText(historyWords.filters, { exact: true }).click();
    await expectNoViolations(page);
    await page.locator(`[data-entry="${madeId}"]`).click();
    await page.getByRole('dialog').getByRole('slider').waitFor();
    await expectNoViolations(page);
    await page.keyboard.press('Escape');
    await page.locator(`[data-entry="${madeId}"]`).click({ modifiers: ['ControlOrMeta'] });
    await page.getByRole('button', { name: historyWords.select.compare }).click();
    await page.getByRole('dialog').getByRole('slider').waitFor();
    await expectNoViolations(page);
    await page.close();
  });

  it('with the studio: everything unfolded, a batch in its list', async () => {
    const page = await openOwnPage('/studio.html');
    await page.locator('input[type=file][multiple]').setInputFiles(photo('coffee.png'));
    await page.getByRole('checkbox', { name: 'Film noir' }).check({ force: true });
    await page.getByRole('button', { name: /^Restyle 2 pictures/ }).click();
    await page.getByText(batchWords.action.names, { exact: true }).first().click();
    await page.getByText(panelWords.seed.more, { exact: true }).click();
    await page.getByLabel(batchWords.list.rows).first().check();
    await page.getByRole('region', { name: batchWords.list.items }).first().waitFor();
    await expectNoViolations(page);
    await page.close();
  });

  it('with the settings: connected, own server unfolded', async () => {
    const page = await openOwnPage('/options.html');
    await page
      .getByText(/^Connected to/)
      .first()
      .waitFor();
    await page.getByText(panelWords.connect.ownServer).click();
    await expectNoViolations(page);
    await page.close();
  });
});
