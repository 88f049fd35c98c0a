import { setTimeout as sleep } from 'node:timers/promises';
import type { ChromiumSession } from './chromium.ts';
import type { Display } from './display.ts';
import { waitFor } from './wait-for.ts';
import { pressKeys } from './xdotool.ts';

/** As `permissions.request` takes it. */
export type WantedPermissions = { origins?: string[]; permissions?: string[] };

declare const chrome: { permissions: { contains(wanted: WantedPermissions): Promise<boolean> } };

/** A key that does nothing anywhere, so that pages show by it whether they or the prompt hear the keyboard. */
const harmlessKey = 'Shift_L';

/**
 * The prompt ignores all keys for its first half second, and each ignored key makes it longer: a guard of
 * Chromium's against clicks that were meant for what was there before. It cannot be seen from outside.
 */
const guardsMs = [700, 1400, 2800];
const answerTimeoutMs = 1500;

/**
 * Accepts Chromium's prompt for optional permissions as a person would, after something asked for them.
 * The prompt lies in the browser's own window, where no protocol sees it: while it is open, no page hears
 * a key. The focus is on the button that refuses; the next one accepts.
 */
export async function acceptPermissionPrompt(
  session: ChromiumSession,
  wanted: WantedPermissions,
): Promise<void> {
  const { display } = session;
  if (!display) throw new Error('The permission prompt needs a display of our own.');
  const isGranted = () => session.worker.evaluate((asked) => chrome.permissions.contains(asked), wanted);
  for (const guardMs of guardsMs) {
    await waitFor('the permission prompt', async () => !(await canPagesHear(session, display)));
    await sleep(guardMs);
    await pressKeys(display, ['Tab', 'Return']);
    const granted = waitFor('the permission', isGranted, { timeoutMs: answerTimeoutMs });
    if (await granted.catch(() => false)) return;
  }
  throw new Error(`The permission prompt for ${JSON.stringify(wanted)} could not be accepted.`);
}

/** Presses the harmless key and looks whether any frame of any page got it. */
export async function canPagesHear(session: ChromiumSession, display: Display): Promise<boolean> {
  const frames = session.context.pages().flatMap((page) => page.frames());
  const heard = frames.map((frame) => frame.evaluate(hearNextKey).catch(() => false));
  // Answered in order: once a frame says this, its listener is there.
  await Promise.all(frames.map((frame) => frame.evaluate(() => 'listening').catch(() => '')));
  await pressKeys(display, [harmlessKey]);
  return (await Promise.all(heard)).includes(true);
}

/** Runs in a frame. */
function hearNextKey(): Promise<boolean> {
  return new Promise((resolve) => {
    addEventListener('keydown', () => resolve(true), { once: true, capture: true });
    setTimeout(() => resolve(false), 250);
  });
}
