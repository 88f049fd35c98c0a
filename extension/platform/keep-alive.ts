import { browser } from 'wxt/browser';

const beatMs = 20_000;

/**
 * Keeps the worker alive while there is something to do. Only an extension API call counts: fetches
 * do not, in either browser, and a worker that only polls is ended after 30 seconds.
 */
export function createKeepAlive() {
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    set(isNeeded: boolean): void {
      if (isNeeded && timer === undefined) {
        timer = setInterval(() => void browser.runtime.getPlatformInfo(), beatMs);
      } else if (!isNeeded) {
        clearInterval(timer);
        timer = undefined;
      }
    },
  };
}
