import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { readRecipeNote } from '#shared/history/recipe-note.ts';
import { isWhole } from '../campaign.ts';
import { launchBrowser } from '../fakes/figma/panel-page.ts';
import { openStudioStage, type StudioStage } from '../fakes/relay/studio-stage.ts';
import { violationsIn } from './axe.ts';
import { photo } from './product-fixture.ts';

let browser: Browser;
let stage: StudioStage;
beforeAll(async () => {
  browser = await launchBrowser();
  stage = await openStudioStage({
    timing: { queueMs: 50, coldStartMs: 0, runMs: 600, archiveMs: 20 },
    megapixels: 0.05,
  });
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

/** A phone that shares; headless browsers have nobody to share with. */
async function openPhone(): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  onTestFinished(() => context.close());
  await context.addInitScript(() => {
    Object.assign(navigator, {
      canShare: () => true,
      share: async ({ files: [file] }: { files: File[] }) =>
        Object.assign(globalThis, { shared: file?.name }),
    });
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  return { page, problems };
}

async function choosePhoto(page: Page): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a picture' }).tap(),
  ]);
  await chooser.setFiles(photo('coffee.png'));
  await page.getByRole('img', { name: 'coffee.png' }).waitFor();
}

async function expectNarrow(page: Page): Promise<void> {
  const overflowPx = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflowPx).toBeLessThanOrEqual(0);
}

test('on a phone a member joins and makes a picture by touch, also through a tab that was killed, and pays once', async () => {
  const { page, problems } = await openPhone();
  const before = stage.standIn.ledger().length;
  const paidCount = () => stage.standIn.ledger().length - before;
  await page.goto(await stage.invitation());
  await page.getByRole('button', { name: 'Use Restyle in this browser' }).tap();
  await page.getByText('Anyone who has a picture’s secret link').waitFor();
  await page.getByText('Take a photo', { exact: true }).waitFor();
  await choosePhoto(page);
  await page.getByRole('radio', { name: 'Watercolour' }).locator('..').tap();
  await page.getByRole('button', { name: /^Restyle.*\$/ }).waitFor();
  await expectNarrow(page);

  await page.getByRole('button', { name: /^Restyle/ }).tap();
  await expect.poll(paidCount).toBe(1);
  await page.reload();
  const card = page.getByRole('article', { name: 'Watercolour · coffee.png' });
  await card.getByRole('button', { name: 'Compare' }).tap();
  await card.getByRole('slider').waitFor();
  expect(paidCount()).toBe(1);
  await expectNarrow(page);
  expect(await violationsIn(page.mainFrame())).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    card.getByRole('button', { name: 'Download' }).tap(),
  ]);
  expect(download.suggestedFilename()).toBe('Watercolour coffee.png');
  expect(readRecipeNote(await readFile(await download.path()))).toMatchObject({ engine: 'comfydeploy' });
  await card.getByRole('button', { name: 'Share' }).tap();
  await card.getByText('Shared').first().waitFor();
  expect(await page.evaluate('shared')).toBe('Watercolour coffee.png');

  await card.getByRole('button', { name: /^More/ }).tap();
  await page.getByRole('menuitem', { name: /^Another version/ }).tap();
  await page.getByRole('button', { name: 'Cancel' }).tap();
  await page.getByRole('button', { name: /^Run again/ }).waitFor();

  // A tab that is frozen hears nothing: its turn is taken from it. One that runs gives it, and sooner.
  const devtools = await page.context().newCDPSession(page);
  if (isWhole) await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  const other = await page.context().newPage();
  await other.goto(stage.url);
  await other.getByRole('button', { name: 'Use it here' }).tap();
  await other.getByRole('article', { name: 'Watercolour · coffee.png' }).last().waitFor();
  if (isWhole) await devtools.send('Page.setWebLifecycleState', { state: 'active' });
  await page.getByText('Restyle is open in another tab').waitFor();
  await other.close();

  await page.getByRole('button', { name: /your account/ }).tap();
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('menuitem', { name: 'Delete the pictures here and sign out' }).tap();
  await page.getByLabel('Invitation link or token').waitFor();
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(problems.filter((each) => !/status of 401/.test(each))).toEqual([]);
  expect(JSON.stringify(stage.log)).not.toMatch(/invitation_|restyle_[\w-]{43}/);
});
