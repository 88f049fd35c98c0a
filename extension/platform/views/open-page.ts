import { browser } from 'wxt/browser';
import { ask } from '../../messaging.ts';

/** Opens one of the extension's own pages in a tab. Frames on pages may not in Firefox, and have it done. */
export async function openPage(path: `/${string}`): Promise<void> {
  if (!browser.tabs) return ask('overlay.open', { path });
  await browser.tabs.create({ url: `${browser.runtime.getURL('/')}${path.slice(1)}` });
}

export const settingsPath = '/options.html';
export const panelPath = '/popup.html';
