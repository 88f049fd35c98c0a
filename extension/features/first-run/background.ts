import { browser } from 'wxt/browser';
import { openPage, welcomePath } from '../../platform/views/open-page.ts';

/** A person who reads nothing is led: the one page opens when Restyle is new here, never at an update. */
export function welcomeNewcomers(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openPage(welcomePath);
  });
}
