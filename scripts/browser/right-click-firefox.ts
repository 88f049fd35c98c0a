import type { Page } from 'puppeteer-core';
import type { FirefoxSession } from './firefox.ts';
import { chooseFromNativeMenu } from './native-menu.ts';
import type { MenuChoice } from './right-click.ts';
import { type ClickTarget, screenPointOf } from './screen-point.ts';

/** Extensions come last, whatever the click lands on. */
const keysToEntry = ['Up'];

/** A real right-click on the page, and a choice from what the extension put into the menu. */
export async function rightClickFirefox(
  session: FirefoxSession,
  page: Page,
  target: ClickTarget,
  choice: Pick<MenuChoice, 'childIndex' | 'patienceMs' | 'withShift'> = {},
): Promise<void> {
  if (!session.display) throw new Error('A native right-click needs a display of our own.');
  await page.bringToFront();
  const at = await screenPointOf(page, target);
  await chooseFromNativeMenu(session.display, at, { keysToEntry, ...choice });
}
