import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';

type Violation = { id: string; help: string; nodes: { html: string }[] };
declare const axe: { run(options: object): Promise<{ violations: Violation[] }> };

/** What a frame owes its page, not itself: axe asks it only because it is started there. */
const rulesOfWholePages = ['landmark-one-main', 'page-has-heading-one', 'region'];

let source: Promise<string> | undefined;

/** What a scheme can change. */
const colourRules = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** One line a violation. Our policy forbids the page other scripts; the debugger may bring one in. */
export async function violationsIn(frame: Frame, only: object = {}): Promise<string[]> {
  source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await frame.evaluate(await source);
  const left = frame.parentFrame() ? rulesOfWholePages : [];
  const rules = Object.fromEntries(left.map((id) => [id, { enabled: false }]));
  const { violations } = await frame.evaluate((options) => axe.run(options), {
    iframes: false,
    rules,
    ...only,
  });
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

/** Everything axe finds wrong in a page of ours, or in a frame of ours on a page, by light, and of its colours by dark. */
export async function violationsByScheme(page: Page, frame = page.mainFrame()): Promise<string[]> {
  await page.bringToFront();
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const only = colorScheme === 'light' ? {} : colourRules;
    found.push(...(await violationsIn(frame, only)).map((violation) => `${colorScheme}: ${violation}`));
  }
  return found;
}

export async function expectNoViolations(page: Page, frame = page.mainFrame()): Promise<void> {
  expect(await violationsByScheme(page, frame)).toEqual([]);
}
