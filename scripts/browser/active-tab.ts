import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ChromiumSession } from './chromium.ts';
import { waitFor } from './wait-for.ts';

/** The part of the menu's `OnClickData` that a test or the demo decides. */
export type MenuClick = {
  menuItemId: string;
  srcUrl?: string;
  mediaType?: 'image' | 'video' | 'audio';
  linkUrl?: string;
  frameId?: number;
  frameUrl?: string;
};

/** The extension API inside the worker, as far as it is used here. */
declare const chrome: {
  tabs: { query(filter: { active: true; windowId: number }): Promise<{ url?: string }[]> };
  contextMenus: { onClicked: { dispatch(click: object, tab: object): void } };
};

/**
 * Presses the extension's toolbar button on the page's tab. It gives what a person's press gives, the
 * `activeTab` right, and needs no screen. A popup that the press opens is closed again.
 */
export async function grantActiveTab(session: ChromiumSession, page: Page): Promise<void> {
  await page.bringToFront();
  const { extensionId: id, browser } = session;
  const press = async () =>
    browser.send('Extensions.triggerAction', { id, targetId: await activeTabOf(session, page) });
  if (await hasPopup(session.extensionDir)) await closingOpened(session, press);
  else await press();
}

/**
 * Closes again what an act opens of the extension's own pages, its popup or a tab. Acts that open one must be
 * followed to this end: the browser's button would close a popup that comes late, and grant nothing.
 */
export async function closingOpened(session: ChromiumSession, act: () => Promise<unknown>): Promise<void> {
  const before = await extensionPagesOf(session);
  const find = async () => (await extensionPagesOf(session)).find((id) => !before.includes(id));
  await act();
  await waitFor('a page of the extension', find, { timeoutMs: 20_000 });
  const closeNext = async () => {
    const targetId = await find();
    if (targetId) await session.browser.send('Target.closeTarget', { targetId }).catch(() => {});
    return targetId === undefined;
  };
  await waitFor('the extension’s page to close', closeNext, { timeoutMs: 20_000, pollMs: 50 });
}

/**
 * Hands a click on our menu to the worker's listeners. It grants nothing by itself: after
 * `grantActiveTab` the listeners have the rights of a person's click, without it they have none.
 */
export async function dispatchMenuClick(
  session: ChromiumSession,
  page: Page,
  click: MenuClick,
): Promise<void> {
  await page.bringToFront();
  const dispatch = async (order: { windowId: number; click: MenuClick }) => {
    const [tab] = await chrome.tabs.query({ active: true, windowId: order.windowId });
    if (!tab) throw new Error('The window has no active tab.');
    chrome.contextMenus.onClicked.dispatch({ editable: false, pageUrl: tab.url, ...order.click }, tab);
  };
  await session.worker.evaluate(dispatch, { windowId: await windowOf(session, page), click });
}

/** The tab target around a page's own target: the active one of the page's window. */
async function activeTabOf(session: ChromiumSession, page: Page): Promise<string> {
  const windowId = await windowOf(session, page);
  const { targetInfos } = await session.browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  for (const target of targetInfos) {
    const { embedderData } = target as { embedderData?: { tabActive?: boolean } };
    if (!embedderData?.tabActive) continue;
    const { targetId } = target;
    const home = await session.browser.send('Browser.getWindowForTarget', { targetId });
    if (home.windowId === windowId) return targetId;
  }
  throw new Error(`No active tab in the window of ${page.url()}.`);
}

/** The protocol's window numbers are those of `chrome.windows`. */
async function windowOf(session: ChromiumSession, page: Page): Promise<number> {
  const pageSession = await session.context.newCDPSession(page);
  try {
    const { windowId } = await pageSession.send('Browser.getWindowForTarget');
    return windowId;
  } finally {
    await pageSession.detach();
  }
}

async function hasPopup(extensionDir: string): Promise<boolean> {
  const manifest = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8'));
  return typeof manifest.action?.default_popup === 'string';
}

/** A popup is one of them, which Playwright does not list. */
async function extensionPagesOf(session: ChromiumSession): Promise<readonly string[]> {
  const { targetInfos } = await session.browser.send('Target.getTargets');
  const isOurs = ({ type, url }: { type: string; url: string }) =>
    type === 'page' && url.startsWith(session.extensionUrl(''));
  return targetInfos.filter(isOurs).map(({ targetId }) => targetId);
}
