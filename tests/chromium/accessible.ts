import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';

type Violation = { id: string; help: string; nodes: { html: string }[] };
declare const axe: { run(options: object): Promise<{ violations: Violation[] }> };

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What a frame owes its page, not itself: axe asks it only because it is started there. */
const rulesOfWholePages = ['landmark-one-main', 'page-has-heading-one', 'region'];

/** One line a violation. Our policy forbids the page other scripts; the debugger may bring one in. */
async function violationsIn(frame: Frame): Promise<string[]> {
  await frame.evaluate(await readFile(axePath, 'utf8'));
  const left = frame.parentFrame() ? rulesOfWholePages : [];
  const rules = Object.fromEntries(left.map((id) => [id, { enabled: false }]));
  const { violations } = await frame.evaluate((options) => axe.run(options), { iframes: false, rules });
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

/** That axe finds nothing wrong with a page, or a frame on it, by light and by dark. */
export async function expectNoViolations(page: Page, frame = page.mainFrame()): Promise<void> {
  await page.bringToFront();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violationsIn(frame), colorScheme).toEqual([]);
  }
}
