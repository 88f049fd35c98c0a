import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dispatchMenuClick, grantActiveTab } from '../../scripts/browser/active-tab.ts';
import { type ChromiumSession, launchChromium } from '../../scripts/browser/chromium.ts';
import { type Display, startDisplay } from '../../scripts/browser/display.ts';
import { acceptPermissionPrompt } from '../../scripts/browser/permission-prompt.ts';
import { rightClick } from '../../scripts/browser/right-click.ts';
import { waitFor } from '../../scripts/browser/wait-for.ts';
import { type ProbePage, startProbePage } from '../fixtures/probe-page.ts';

type Click = { menuItemId: string; srcUrl?: string; pageUrl?: string; title?: string; refused?: string };

declare const bootId: string;
declare const chrome: {
  storage: { local: { get(key: string): Promise<{ click?: Click }>; clear(): Promise<void> } };
  permissions: { contains(wanted: { origins: string[] }): Promise<boolean> };
};

const extensionDir = fileURLToPath(new URL('../fixtures/probe-extension', import.meta.url));
let display: Display;
let session: ChromiumSession;
let site: ProbePage;
let page: Page;

beforeAll(async () => {
  [display, site] = await Promise.all([startDisplay(), startProbePage()]);
  session = await launchChromium({ extensionDir, display });
});

afterAll(async () => {
  await session?.close();
  await display?.stop();
  site?.stop();
});

beforeEach(async () => {
  await session.worker.evaluate(() => chrome.storage.local.clear(), null);
  page = await session.context.newPage();
  await page.goto(site.url);
});

/** What the extension's menu listener wrote down. */
function recordedClick(): Promise<Click> {
  const read = () =>
    session.worker.evaluate(async () => (await chrome.storage.local.get('click')).click, null);
  return waitFor('the click to be recorded', read);
}

test('the worker answers also after it was killed, as a new one', async () => {
  const firstBoot = await session.worker.evaluate(() => bootId, null);
  await session.worker.kill();
  expect(await session.worker.isRunning()).toBe(false);
  const secondBoot = await session.worker.evaluate(() => bootId, null);
  expect(secondBoot).toMatch(/^[0-9a-f-]{36}$/);
  expect(secondBoot).not.toBe(firstBoot);
});

test("an error in the worker arrives with the worker's words", async () => {
  const fail = (words: string) => {
    throw new Error(words);
  };
  await expect(session.worker.evaluate(fail, 'no such picture')).rejects.toThrow('no such picture');
});

test('a dispatched click has no rights on the page, until the toolbar button was pressed', async () => {
  await dispatchMenuClick(session, page, { menuItemId: 'second' });
  const withoutRights = await recordedClick();
  expect(withoutRights).toMatchObject({ menuItemId: 'second' });
  expect(withoutRights.refused).toContain('Cannot access contents');

  await session.worker.evaluate(() => chrome.storage.local.clear(), null);
  await grantActiveTab(session, page);
  await dispatchMenuClick(session, page, { menuItemId: 'third', srcUrl: `${site.url}picture.svg` });
  expect(await recordedClick()).toEqual({
    menuItemId: 'third',
    srcUrl: `${site.url}picture.svg`,
    pageUrl: site.url,
    title: 'A page',
  });
});

test('a native right-click chooses from our submenu, past its separator', async () => {
  await rightClick(session, page, { css: 'img' }, { childIndex: 2 });
  expect(await recordedClick()).toEqual({
    menuItemId: 'third',
    srcUrl: `${site.url}picture.svg`,
    pageUrl: site.url,
    title: 'A page',
  });
});

test('a native right-click chooses an entry without a submenu', async () => {
  await rightClick(session, page, { xPx: 600, yPx: 400 }, { over: 'page' });
  expect(await recordedClick()).toEqual({ menuItemId: 'here', pageUrl: site.url, title: 'A page' });
});

test('a native right-click wakes a worker that was killed', async () => {
  await session.worker.kill();
  await rightClick(session, page, { xPx: 150, yPx: 100 }, { childIndex: 0 });
  expect(await recordedClick()).toMatchObject({ menuItemId: 'first', title: 'A page' });
});

test("the browser's own permission prompt is accepted", async () => {
  const origins = ['http://127.0.0.1/*'];
  await page.goto(session.extensionUrl('page.html'));
  await page.click('#ask');
  await acceptPermissionPrompt(session, { origins });
  expect(await session.worker.evaluate((o) => chrome.permissions.contains({ origins: o }), origins)).toBe(
    true,
  );
  await waitFor('the page to be told', async () => (await page.title()) === 'true');
});
