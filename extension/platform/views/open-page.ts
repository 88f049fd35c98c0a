import { browser } from 'wxt/browser';

/** Opens one of the extension's own pages in a tab. */
export async function openPage(path: `/${string}`): Promise<void> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/')}${path.slice(1)}` });
}

export const settingsPath = '/options.html';
export const panelPath = '/popup.html';
export const studioPath = '/studio.html';
