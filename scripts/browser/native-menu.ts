import { setTimeout as sleep } from 'node:timers/promises';
import type { Display } from './display.ts';
import type { ScreenPoint } from './screen-point.ts';
import { waitFor } from './wait-for.ts';
import { pressKeys, visibleWindows, xdotool } from './xdotool.ts';

export type MenuPath = {
  /** Keys that lead from the fresh menu to our entry. */
  keysToEntry: readonly string[];
  /** Which child of our submenu, counted from 0 without separators; without it, our entry itself. */
  childIndex?: number | undefined;
  /** Between two keys, for who watches. */
  paceMs?: number | undefined;
  /** How long a submenu is waited for that may not be there at all. */
  patienceMs?: number | undefined;
  /** With Shift held: Firefox then opens its menu whatever the page says. */
  withShift?: boolean | undefined;
};

const submenuTimeoutMs = 700;
const giveUpAfterMs = 12_000;

/**
 * A person's right-click: the real menu, opened with the mouse and gone through with the keyboard.
 * Each step waits for the window it makes. A submenu that does not come means that the extension has
 * not put its entry there yet, or that a key came too early: the menu is closed and opened again.
 */
export async function chooseFromNativeMenu(display: Display, at: ScreenPoint, path: MenuPath): Promise<void> {
  const deadlineMs = performance.now() + (path.patienceMs ?? giveUpAfterMs);
  while (!(await tryToChoose(display, at, path))) {
    if (performance.now() > deadlineMs) throw new Error('The menu never had a submenu where ours should be.');
  }
}

/** False, and the menu closed again, when our submenu did not open. */
async function tryToChoose(display: Display, at: ScreenPoint, path: MenuPath): Promise<boolean> {
  const click = path.withShift ? ['keydown', 'shift', 'click', 3, 'keyup', 'shift'] : ['click', 3];
  const rightClick = () => xdotool(display, 'mousemove', at.xPx, at.yPx, ...click);
  const menu = await openWindow(display, 'the menu to open', rightClick);
  await pressKeys(display, path.keysToEntry);
  if (path.childIndex !== undefined) {
    if (!(await canOpenSubmenu(display))) {
      await closeMenu(display, menu);
      return false;
    }
    await pressKeys(display, Array<string>(path.childIndex).fill('Down'), path.paceMs);
  }
  if (path.paceMs) await sleep(path.paceMs);
  await pressKeys(display, ['Return']);
  await waitFor('the menu to close', () => isGone(display, menu));
  return true;
}

async function canOpenSubmenu(display: Display): Promise<boolean> {
  const pressRight = () => pressKeys(display, ['Right']);
  return openWindow(display, 'the submenu to open', pressRight, submenuTimeoutMs).then(
    () => true,
    () => false,
  );
}

/** Does `act`, and returns the windows that came of it. */
async function openWindow(
  display: Display,
  what: string,
  act: () => Promise<unknown>,
  timeoutMs = 10_000,
): Promise<readonly string[]> {
  const before = await visibleWindows(display);
  await act();
  const look = async () => {
    const opened = (await visibleWindows(display)).filter((id) => !before.includes(id));
    return opened.length > 0 && opened;
  };
  return waitFor(what, look, { timeoutMs });
}

async function closeMenu(display: Display, menu: readonly string[]): Promise<void> {
  const isClosed = async () => {
    if (await isGone(display, menu)) return true;
    await pressKeys(display, ['Escape']);
    return false;
  };
  await waitFor('the menu to close', isClosed, { pollMs: 150 });
}

async function isGone(display: Display, windows: readonly string[]): Promise<boolean> {
  const visible = await visibleWindows(display);
  return windows.every((id) => !visible.includes(id));
}
