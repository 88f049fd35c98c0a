import type { Frame, Page } from 'puppeteer-core';
import { waitFor } from '../../scripts/browser/wait-for.ts';

/** By script, as soon as it is there: what is called so, by its label or its words, and can be pressed. */
export async function pressNamed(where: Page | Frame, name: RegExp): Promise<void> {
  const tryToPress = () =>
    where.evaluate((wanted) => {
      const pattern = new RegExp(wanted);
      const controls = [...document.querySelectorAll<HTMLElement>('button, [role=menuitem]')];
      const found = controls.find((each) =>
        pattern.test(each.getAttribute('aria-label') ?? each.textContent),
      );
      setTimeout(() => found?.click());
      return found !== undefined;
    }, name.source);
  await waitFor(String(name), tryToPress, { timeoutMs: 40_000 });
}

export async function waitForWords(where: Page | Frame, words: string): Promise<void> {
  await waitFor(words, async () => (await wordsOf(where)).includes(words), { timeoutMs: 40_000 });
}

/** As it is seen: a panel's own script is in its body, with all its words. */
export function wordsOf(where: Page | Frame): Promise<string> {
  const read = () => (document.getElementById('create-figma-plugin') ?? document.body).textContent;
  return where.evaluate(read).catch(() => '');
}

/** With the browser's own keys and clipboard, into whatever has the focus. */
export async function pasteByKeys({ keyboard }: Page): Promise<void> {
  await keyboard.down('Control');
  await keyboard.press('v');
  await keyboard.up('Control');
}
