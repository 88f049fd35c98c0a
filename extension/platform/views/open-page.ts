import { browser } from 'wxt/browser';
import type { ErrorData } from '#shared/errors/app-error.ts';
import { ask } from '../../messaging.ts';

/** Opens one of the extension's own pages in a tab. Frames on pages may not in Firefox, and have it done. */
export async function openPage(path: `/${string}`): Promise<void> {
  if (!browser.tabs) return ask('overlay.open', { path });
  await browser.tabs.create({ url: `${browser.runtime.getURL('/')}${path.slice(1)}` });
}

/** Opens the address that an error speaks of: the browser shows there what it does not tell scripts. */
export function openAddress({ origin }: ErrorData): void {
  if (origin && /^https?:/.test(origin)) void browser.tabs.create({ url: origin });
}

export const settingsPath = '/options.html';
/** Where a preset of the person's own is changed. */
export const presetPath = (id: string) => `/options.html#preset=${id}` as const;
export const historyPath = '/studio.html#history';
export const panelPath = '/popup.html';
export const studioPath = '/studio.html';
export const welcomePath = '/welcome.html';
