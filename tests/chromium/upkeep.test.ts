import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChromiumSession } from '../../scripts/browser/chromium.ts';
import { evaluateInTarget } from '../../scripts/browser/evaluate-in-target.ts';
import { waitFor } from '../../scripts/browser/wait-for.ts';
import { launch, openOwn } from './history-stage.ts';

/** The extension API inside the worker, as far as it is used here. */
declare const chrome: {
  runtime: { onUpdateAvailable: { dispatch(details: object): void } };
  alarms: {
    get(name: string): Promise<object | undefined>;
    onAlarm: { dispatch(alarm: object): void };
  };
};

let session: ChromiumSession;
beforeAll(async () => {
  session = await launch();
});
afterAll(() => session.close());

describe('a private window', () => {
  it('has nothing of ours: no page opens there, so nothing can be kept', async () => {
    const { browserContextId } = await session.browser.send('Target.createBrowserContext');
    const url = session.extensionUrl('/popup.html');
    const { targetId } = await session.browser.send('Target.createTarget', { url, browserContextId });
    const isRefused = async () => {
      const address = await evaluateInTarget(session.browser, targetId, 'location.href').catch(() => '');
      return String(address).startsWith('chrome-error:');
    };
    await waitFor('the browser to refuse the page', isRefused);
    await session.browser.send('Target.disposeBrowserContext', { browserContextId });
  });
});

describe('a new version', () => {
  type Marked = { isOldVersion?: true };

  /** Whether the worker is still the one that was marked. */
  const isOld = () => session.worker.evaluate(() => (globalThis as Marked).isOldVersion === true, null);

  /** The minute after which it is looked whether the update may come. */
  const minutePasses = () =>
    session.worker.evaluate(async () => {
      chrome.alarms.onAlarm.dispatch({ name: 'update' });
      // As long as its questions to the database and the browser take.
      await new Promise((resolve) => setTimeout(resolve, 500));
    }, null);

  it('waits for unfinished jobs and open pages, then comes', async () => {
    await session.worker.evaluate(() => {
      (globalThis as Marked).isOldVersion = true;
      chrome.runtime.onUpdateAvailable.dispatch({ version: '99' });
    }, null);
    await expect.poll(() => session.worker.evaluate(() => chrome.alarms.get('update'), null)).toBeTruthy();

    const page = await openOwn(session, '/manifest.json');
    await page.evaluate(changeJob, 'put' as const);
    await page.close();
    await minutePasses();
    expect(await isOld(), 'a job is unfinished').toBe(true);

    const open = await openOwn(session, '/studio.html#history');
    await open.evaluate(changeJob, 'delete' as const);
    await minutePasses();
    expect(await isOld(), 'a page is open').toBe(true);

    await open.close();
    await minutePasses().catch(() => {
      // Its worker may be gone before it has answered.
    });
    // What the debugger has loaded goes and does not come back: that it went is all there is to see.
    const isGone = () =>
      openOwn(session, '/manifest.json').then(
        (still) => still.close().then(() => false),
        () => true,
      );
    await waitFor('the old version to go', isGone);
  });
});

/** Runs in a page: a job in its middle comes or goes. */
function changeJob(change: 'put' | 'delete'): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('restyle');
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('jobs', 'readwrite');
      const store = transaction.objectStore('jobs');
      if (change === 'put') store.put({ id: 'unfinished', createdAtMs: 1, stage: { name: 'preparing' } });
      else store.delete('unfinished');
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
