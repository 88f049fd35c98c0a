import { browser } from 'wxt/browser';
import { panelPath } from './open-page.ts';
import { applyTheme, loadTheme, type Theme, themeKey } from './theme.ts';

/** Here now, and on the other open pages of ours as soon as they hear of it. */
export function saveTheme(theme: Theme): void {
  localStorage.setItem(themeKey, theme);
  applyTheme();
  openPopupIn(theme);
}

/** The browser may have forgotten, as some do when they close, which popup to open. */
export function keepPopupInTheme(): void {
  const theme = loadTheme();
  if (location.hash !== hashOf(theme)) openPopupIn(theme);
}

/** The popup is painted before any script of it runs: its style sheet looks at its address. */
export function openPopupIn(theme: Theme): void {
  void browser.action.setPopup({ popup: `${panelPath}${hashOf(theme)}` });
}

function hashOf(theme: Theme): string {
  return theme === 'system' ? '' : `#${theme}`;
}
