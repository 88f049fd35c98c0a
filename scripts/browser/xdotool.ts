import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Display, environmentOn } from './display.ts';

const run = promisify(execFile);

/** A hand on the display's mouse and keyboard. */
export async function xdotool(display: Display, ...args: readonly (string | number)[]): Promise<string> {
  const { stdout } = await run('xdotool', args.map(String), { env: environmentOn(display) });
  return stdout;
}

export async function pressKeys(display: Display, keys: readonly string[], paceMs = 0): Promise<void> {
  const pace = paceMs > 0 ? ['--delay', paceMs] : [];
  if (keys.length > 0) await xdotool(display, 'key', ...pace, ...keys);
}

const searchAttempts = 5;

/** The windows on the display; an open menu is one, each of its open submenus another. */
export async function visibleWindows(display: Display): Promise<readonly string[]> {
  const found = await searchWindows(display);
  return found.split('\n').filter(Boolean);
}

/** xdotool asks each window in turn, and fails (BadWindow) when one closes in the midst: looked at again. */
async function searchWindows(display: Display, attempt = 1): Promise<string> {
  try {
    return await xdotool(display, 'search', '--onlyvisible', '--maxdepth', 1, '.*');
  } catch (error) {
    if (attempt === searchAttempts) throw error;
    return searchWindows(display, attempt + 1);
  }
}
