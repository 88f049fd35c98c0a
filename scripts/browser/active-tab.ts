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
  const before = await extensionPagesOf(session);
  await browser.send('Extensions.triggerAction', { id, targetId: await activeTabOf(session, page) });
  if (await hasPopup(session.extensionDir)) await closePopup(session, before);
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

/** A popup is one page of ours more, which Playwright does not list. */
async function closePopup(session: ChromiumSession, before: readonly string[]): Promise<void> {
  const find = async () => (await extensionPagesOf(session)).find((id) => !before.includes(id));
  const targetId = await waitFor('the popup', find);
  await session.browser.send('Target.closeTarget', { targetId });
  await waitFor('the popup to close', async () => (await find()) === undefined);
}

async function extensionPagesOf(session: ChromiumSession): Promise<readonly string[]> {
  const { targetInfos } = await session.browser.send('Target.getTargets');
  const isOurs = ({ type, url }: { type: string; url: string }) =>
    type === 'page' && url.startsWith(session.extensionUrl(''));
  return targetInfos.filter(isOurs).map(({ targetId }) => targetId);
}
