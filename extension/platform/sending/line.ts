import { browser } from 'wxt/browser';
import type { Line } from '#shared/web/sending/order.ts';

const key = 'line-bytes-per-second';

/** The line as this session of the browser has found it: most workers live for one picture, and would know nothing. */
export const sessionLine: Line = {
  async bytesPerSecond() {
    const { [key]: stored } = await browser.storage.session
      .get(key)
      .catch(() => ({}) as Record<string, unknown>);
    return typeof stored === 'number' && stored > 0 ? stored : null;
  },
  async learn(bytesPerSecond) {
    await browser.storage.session.set({ [key]: bytesPerSecond }).catch(() => {});
  },
};
