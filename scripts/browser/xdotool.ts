import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Display, environmentOn } from './display.ts';

const run = promisify(execFile);

/** A hand on the display's mouse and keyboard. */
export async function xdotool(display: Display, ...args: readonly (string | number)[]): Promise<string> {
  const { stdout } = await run('xdotool', args.map(String), { env: environmentOn(display) });
  return stdout;
}

export async function pressKeys(display: Display, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await xdotool(display, 'key', ...keys);
}

/** The windows on the display; an open menu is one, each of its open submenus another. */
export async function visibleWindows(display: Display): Promise<readonly string[]> {
  const found = await xdotool(display, 'search', '--onlyvisible', '--maxdepth', 1, '.*');
  return found.split('\n').filter(Boolean);
}
