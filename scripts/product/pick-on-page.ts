import type { Frame, Page } from 'playwright-core';
import { menuWords } from '#shared/i18n/en/menus.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { type MenuChoice, rightClick } from '../browser/right-click.ts';
import { type ClickTarget, screenPointOf } from '../browser/screen-point.ts';
import { waitFor } from '../browser/wait-for.ts';
import { pressKeys, xdotool } from '../browser/xdotool.ts';
import type { Product } from './open-product.ts';

const patienceMs = 4_000;

/** Restyles a picture that the browser's menu does not know as one: our picker on it, Enter, and a preset. */
export async function restyleByPicker(
  product: Product,
  page: Page,
  target: ClickTarget,
  presetId: string | null,
): Promise<void> {
  await openPicker(product, page, target);
  await chooseInPicker(page, presetId);
}

/** Takes what the picker has outlined, and says what is to become of it; the quick prompt when `presetId` is null. */
export async function chooseInPicker(page: Page, presetId: string | null): Promise<void> {
  await untilPickerOpen(page);
  // On a page that keeps every key to itself, the guess is chosen already.
  if (!choiceIn(page)) await page.keyboard.press('Enter');
  const choice = await waitFor('a picture to choose there', () => choiceIn(page));
  if (presetId === null) return pressInChoice(choice, menuWords.quickPrompt);
  const preset = builtInPresets.find(({ id }) => id === presetId);
  await choice.getByRole('radio', { name: preset?.name ?? '' }).check({ force: true });
  await pressInChoice(choice, new RegExp(`^${panelWords.run.button}`));
}

/** By script, and after the driver has its answer: the press takes the frame away that it is waiting for. */
export async function pressInChoice(choice: Frame, name: string | RegExp): Promise<void> {
  const button = choice.getByRole('button', { name });
  await button.evaluate((found: HTMLButtonElement) => void setTimeout(() => found.click()));
}

/** By the menu's entry, or by the shortcut where the page or the browser opens no menu. */
export async function openPicker(product: Product, page: Page, target: ClickTarget): Promise<void> {
  const over = await whatIsUnder(page, target);
  if (over !== 'nothing') {
    await rightClick(product.session, page, target, { over });
    if (await untilPickerOpen(page).catch(() => false)) return;
  }
  await pickByShortcut(product, page, target);
}

/** With the pointer over what is meant. */
export async function pickByShortcut({ session }: Product, page: Page, target: ClickTarget): Promise<void> {
  if (!session.display) throw new Error('The shortcut needs a display of our own.');
  const { xPx, yPx } = await screenPointOf(page, target);
  await xdotool(session.display, 'mousemove', xPx, yPx);
  await pressKeys(session.display, ['alt+shift+y']);
  await untilPickerOpen(page);
}

function untilPickerOpen(page: Page): Promise<true> {
  return waitFor('the picker', () => isPickerOpen(page), { timeoutMs: patienceMs });
}

/** Or what comes after it. */
export async function isPickerOpen(page: Page): Promise<boolean> {
  if (choiceIn(page)) return true;
  return page.evaluate(() => document.querySelector('restyle-picker') !== null);
}

function choiceIn(page: Page): Frame | undefined {
  return page.frames().find((each) => each.url().includes('choice'));
}

/** Which of the browser's menus opens there; none over what plugins used to show, and where pages forbid it. */
function whatIsUnder(page: Page, target: ClickTarget): Promise<NonNullable<MenuChoice['over']> | 'nothing'> {
  return page.evaluate((place) => {
    const element =
      'css' in place ? document.querySelector(place.css) : document.elementFromPoint(place.xPx, place.yPx);
    if (!element) return 'page';
    const isForbidden = !element.dispatchEvent(
      new MouseEvent('contextmenu', { bubbles: true, cancelable: true }),
    );
    if (isForbidden || element.matches('object, embed')) return 'nothing';
    if (element.matches('iframe, frame')) return 'frame';
    return element.matches('canvas, video') || element.closest('a[href]') ? 'picture' : 'page';
  }, target);
}
