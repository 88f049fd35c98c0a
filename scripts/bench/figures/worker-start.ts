import type { Page } from 'playwright-core';
import { type ChromiumSession, launchChromium } from '../../browser/chromium.ts';
import { createExtensionWorker, type ExtensionWorker } from '../../browser/extension-worker.ts';
import { copyExtension } from '../extension-copy.ts';
import type { Figure } from '../figure.ts';
import { ratioOf, takeTurns } from '../side-by-side.ts';

declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

/** As little as can be woken by a message. */
const emptyWorker = 'chrome.runtime.onMessage.addListener(() => {});';

export const workerStart: Figure = {
  name: 'worker-start',
  measures:
    'From a message out of an open page of the extension, its worker not running, until the worker has heard it; ' +
    'against a copy of the extension whose worker only listens. Both in one browser, their workers stopped before ' +
    'each turn.',
  async measure(workshop) {
    const files = { 'background.js': emptyWorker };
    const empty = await copyExtension(workshop, 'empty-worker', { files });
    const session = await launchChromium({ extensionDir: await copyExtension(workshop, 'worker') });
    try {
      const sides = await takeTurns({
        rounds: 15,
        warmUps: 3,
        ours: await starting(session, session.extensionId, session.worker),
        theirs: await startingCopy(session, empty),
      });
      return [ratioOf(sides, { label: 'time to answer, ours / empty', goal: 1.2 })];
    } finally {
      await session.close();
    }
  },
};

async function startingCopy(session: ChromiumSession, path: string): Promise<() => Promise<number>> {
  const { id } = await session.browser.send('Extensions.loadUnpacked', { path });
  return starting(session, id, createExtensionWorker(session.browser, id));
}

async function starting(
  { context }: ChromiumSession,
  extensionId: string,
  worker: ExtensionWorker,
): Promise<() => Promise<number>> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/manifest.json`);
  return async () => {
    await worker.kill();
    return wakingMs(page);
  };
}

function wakingMs(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const startMs = performance.now();
    // No listener knows the message: the answer is that nobody answers.
    await chrome.runtime.sendMessage({ bench: true }).catch(() => {});
    return performance.now() - startMs;
  });
}
