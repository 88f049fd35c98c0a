import { browser } from 'wxt/browser';
import { openPage, panelPath } from '../../platform/views/open-page.ts';

/** The popup where the browser lets us open it, else the same panel in a tab. */
export async function openPanel(): Promise<void> {
  await browser.action.openPopup().catch(() => openPage(`${panelPath}?tab`));
}
