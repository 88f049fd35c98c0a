import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Display, startDisplay } from '../../scripts/browser/display.ts';
import { type FirefoxSession, launchFirefox } from '../../scripts/browser/firefox.ts';
import { rightClickFirefox } from '../../scripts/browser/right-click-firefox.ts';
import type { ClickTarget } from '../../scripts/browser/screen-point.ts';
import { waitFor } from '../../scripts/browser/wait-for.ts';
import { type ProbePage, startProbePage } from '../fixtures/probe-page.ts';

type Click = { menuItemId: string; srcUrl?: string; pageUrl: string; title?: string; refused?: string };

declare const chrome: {
  storage: { local: { get(key: string): Promise<{ click?: Click }>; clear(): Promise<void> } };
  permissions: { contains(wanted: { origins: string[] }): Promise<boolean> };
};

const extensionDir = fileURLToPath(new URL('../fixtures/probe-extension', import.meta.url));
let display: Display;
let session: FirefoxSession;
let site: ProbePage;
let extensionPage: Page;

beforeAll(async () => {
  [display, site] = await Promise.all([startDisplay(), startProbePage()]);
  session = await launchFirefox({ extensionDir, display });
});

afterAll(async () => {
  await session?.close();
  await display?.stop();
  site?.stop();
});

beforeEach(async () => {
  extensionPage = await session.openExtensionPage('page.html');
});

/** Right-clicks on a new page with a picture; what the extension's menu listener wrote down of it. */
async function clickRecordedAfter(target: ClickTarget, choice: { childIndex?: number } = {}): Promise<Click> {
  await extensionPage.evaluate(() => chrome.storage.local.clear());
  const page = await session.browser.newPage();
  await page.goto(site.url);
  await rightClickFirefox(session, page, target, choice);
  const read = () => extensionPage.evaluate(async () => (await chrome.storage.local.get('click')).click);
  return waitFor('the click to be recorded', read);
}

test('a native right-click chooses from our submenu, with the rights of a click', async () => {
  expect(await clickRecordedAfter({ css: 'img' }, { childIndex: 2 })).toEqual({
    menuItemId: 'third',
    srcUrl: `${site.url}picture.svg`,
    pageUrl: site.url,
    title: 'A page',
  });
});

test('a native right-click chooses an entry without a submenu', async () => {
  expect(await clickRecordedAfter({ xPx: 600, yPx: 400 })).toEqual({
    menuItemId: 'here',
    pageUrl: site.url,
    title: 'A page',
  });
});

test('an optional permission is granted without a prompt', async () => {
  const contains = () =>
    extensionPage.evaluate(() => chrome.permissions.contains({ origins: ['http://127.0.0.1/*'] }));
  expect(await contains()).toBe(false);
  await extensionPage.bringToFront();
  await extensionPage.click('#ask');
  await waitFor('the page to be told', async () => (await extensionPage.title()) === 'true');
  expect(await contains()).toBe(true);
});
