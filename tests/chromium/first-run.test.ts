import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataWords } from '#shared/i18n/en/data.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { welcomeWords } from '#shared/i18n/en/welcome.ts';
import { type Display, startDisplay } from '../../scripts/browser/display.ts';
import { runNewcomer } from '../../scripts/newcomer/newcomer.ts';
import { teamWay } from '../../scripts/newcomer/ways.ts';
import { storedValues } from '../../scripts/product/stored-values.ts';
import { type StandIn, startStandIn } from '../stand-in/stand-in.ts';
import { expectNoViolations } from './axe.ts';

declare const chrome: { action: { getPopup(details: object): Promise<string> } };

const mostSeconds = 120;
const mostClicks = 6;
const presetId = 'builtin.pencil-sketch';

let display: Display;
let standIn: StandIn;

beforeAll(async () => {
  [display, standIn] = await Promise.all([
    startDisplay(),
    startStandIn({ timing: { queueMs: 50, coldStartMs: 50, runMs: 400, archiveMs: 50 }, megapixels: 0.05 }),
  ]);
});
afterAll(async () => {
  await display.stop();
  await standIn.close();
});

/** A file that the page saves, as text. */
async function savedBy(page: Page, act: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return readFile(await download.path(), 'utf8');
}

/** What is left in the extension's storage areas and databases, less what the background writes by itself. */
async function leftIn(page: Page): Promise<{ local: string[]; jobCount: number }> {
  const keys = await page.evaluate(async () => {
    type Area = { get(): Promise<Record<string, unknown>> };
    const { chrome } = globalThis as unknown as { chrome: { storage: { local: Area; sync: Area } } };
    return Object.keys({ ...(await chrome.storage.local.get()), ...(await chrome.storage.sync.get()) });
  });
  const { length: jobCount } = await storedValues(page, 'jobs');
  return { local: keys.filter((key) => !key.startsWith('sync.')), jobCount };
}

/** With the first picture there, the same browser shows what the settings say and do. */
async function tryTheSettings(page: Page): Promise<void> {
  await expectNoViolations(page);
  const [settings] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: welcomeWords.practice.settings }).click(),
  ]);
  await settings.getByText(settingsWords.connectedTo('Flux Kontext edit')).waitFor();

  await settings.getByLabel(settingsWords.search.label).fill('diagnostics');
  await settings.getByText(settingsWords.search.found(1)).waitFor();
  expect(await settings.getByRole('navigation', { name: settingsWords.sections }).count()).toBe(0);
  const diagnostics = await savedBy(settings, () =>
    settings.getByRole('button', { name: dataWords.diagnostics }).click(),
  );
  expect(JSON.parse(diagnostics)).toMatchObject({ engines: [{ engine: 'comfydeploy', hostsAllowed: true }] });
  for (const secret of [standIn.apiKey, standIn.deploymentId, '127.0.0.1', 'pencil', 'coffee']) {
    expect(diagnostics).not.toContain(secret);
  }
  await settings.getByLabel(settingsWords.search.label).fill('');

  await expectNoViolations(settings);
  // Also on the page that is open beside, whatever the system says.
  await page.emulateMedia({ colorScheme: 'light' });
  await settings.getByLabel(settingsWords.theme.label).selectOption('dark');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect.poll(ground).toBe('rgb(23, 24, 22)');
  await expectDarkFromTheFirstPaint(settings);

  await settings.getByRole('button', { name: dataWords.erase.button }).click();
  await settings.getByRole('button', { name: dataWords.erase.confirm }).click();
  await settings.getByRole('heading', { name: welcomeWords.title }).waitFor();
  expect(await leftIn(settings)).toEqual({ local: [], jobCount: 0 });
}

/** The popup, whose first paint does not wait for scripts. */
async function expectDarkFromTheFirstPaint(settings: Page) {
  const popup = await settings.evaluate(() => chrome.action.getPopup({}));
  const page = await settings.context().newPage();
  await page.emulateMedia({ colorScheme: 'light' });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setScriptExecutionDisabled', { value: true });
  await page.goto(popup);
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(ground).toBe('rgb(23, 24, 22)');
  await page.close();
}

describe('somebody who has read nothing', () => {
  it('has a first picture after six clicks, by a line from the team and a key; and can be rid of it all', async () => {
    let isTried = false;
    const { seconds, clicks } = await runNewcomer({
      display,
      way: async (page, hand) => {
        await expectNoViolations(page);
        await teamWay(standIn)(page, hand);
      },
      presetId,
      async onDone(page) {
        await tryTheSettings(page);
        isTried = true;
      },
    });
    expect(clicks).toBeLessThanOrEqual(mostClicks);
    expect(seconds).toBeLessThan(mostSeconds);
    expect(standIn.ledger()).toHaveLength(1);
    expect(isTried).toBe(true);
  }, 150_000);
});
