import type { Page } from 'playwright-core';
import type { ChromiumSession } from './chromium.ts';
import { chooseFromNativeMenu } from './native-menu.ts';
import { type ClickTarget, screenPointOf } from './screen-point.ts';

export type MenuChoice = {
  /** Which child of our submenu, counted from 0 without separators; without it, our entry itself. */
  childIndex?: number;
  /** What the click lands on, `'picture'` unless said: the menu is another one over a bare page or frame. */
  over?: keyof typeof entriesFromBottom;
  /** How long a submenu is waited for that may not be there at all. */
  patienceMs?: number;
  withShift?: boolean;
  /** Between two keys in the menu, for who watches. */
  paceMs?: number;
};

/**
 * Where extensions stand, counted from the end of the menu. Below them is Inspect; over a bare page also
 * View page source; in a frame also View frame source and Reload frame. Links and fields are as pictures.
 */
const entriesFromBottom = { picture: 2, page: 3, frame: 5 };

/** A real right-click on the page, and a choice from what the extension put into the menu. */
export async function rightClick(
  session: ChromiumSession,
  page: Page,
  target: ClickTarget,
  { childIndex, over = 'picture', patienceMs, paceMs }: MenuChoice = {},
): Promise<void> {
  if (!session.display) throw new Error('A native right-click needs a display of our own.');
  await page.bringToFront();
  const at = await screenPointOf(page, target);
  const keysToEntry = Array<string>(entriesFromBottom[over]).fill('Up');
  await chooseFromNativeMenu(session.display, at, { keysToEntry, childIndex, patienceMs, paceMs });
}
