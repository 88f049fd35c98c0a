import type { CDPSession } from 'playwright-core';
import { evaluateInTarget } from './evaluate-in-target.ts';
import { isStop, withTarget } from './target-session.ts';
import { waitFor } from './wait-for.ts';

/** The extension's service worker, whether it runs, sleeps or was killed. */
export type ExtensionWorker = {
  /** Runs a function in the worker, which is woken for it. The function sees nothing but its argument. */
  evaluate<Argument, Result>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  isRunning(): Promise<boolean>;
  /** Stops the worker as the browser does after 30 idle seconds: nothing in it gets a chance to save. */
  kill(): Promise<void>;
};

/** A worker is found before it has anything in it; the extension API comes just before its script runs. */
const hasScriptRun = `typeof chrome === 'object'`;

export function createExtensionWorker(browser: CDPSession, extensionId: string): ExtensionWorker {
  const origin = `chrome-extension://${extensionId}/`;
  const findTargetId = async () => {
    const { targetInfos } = await browser.send('Target.getTargets');
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(origin))?.targetId;
  };
  return {
    evaluate: async (run, argument) => {
      const targetId = (await findTargetId()) ?? (await wake(browser, origin, findTargetId));
      await waitFor('the worker to have run its script', () =>
        evaluateInTarget(browser, targetId, hasScriptRun),
      );
      const expression = `(${run})(${JSON.stringify(argument)})`;
      // `returnByValue` answers with what JSON keeps of the result: the caller's type is taken at its word.
      return (await evaluateInTarget(browser, targetId, expression)) as Awaited<ReturnType<typeof run>>;
    },
    isRunning: async () => (await findTargetId()) !== undefined,
    kill: async () => {
      const targetId = await findTargetId();
      if (targetId === undefined) return;
      await withTarget(browser, targetId, async ({ next }) => {
        const hasStopped = next(isStop);
        await browser.send('Target.closeTarget', { targetId });
        await hasStopped;
      });
    },
  };
}

/** Starts the worker from a hidden page of the extension's origin, the way any event would. */
async function wake(
  browser: CDPSession,
  origin: string,
  findTargetId: () => Promise<string | undefined>,
): Promise<string> {
  const url = `${origin}manifest.json`;
  const { targetId } = await browser.send('Target.createTarget', { url, hidden: true });
  const isLoaded = `location.href === ${JSON.stringify(url)}`;
  await waitFor('the waking page', () => evaluateInTarget(browser, targetId, isLoaded));
  const wakeUp = `navigator.serviceWorker.ready.then(({ active }) => active.postMessage('wake up'))`;
  await evaluateInTarget(browser, targetId, wakeUp);
  const workerId = await waitFor('the worker to start', findTargetId);
  await browser.send('Target.closeTarget', { targetId });
  return workerId;
}
