import { browser } from 'wxt/browser';
import type { KeyValueStore } from '#shared/ports.ts';

/** `storage.local`. Every content script can read it: nothing secret in clear. */
export const localStore: KeyValueStore = {
  get: async (key) => (await browser.storage.local.get(key))[key],
  set: (key, value) => browser.storage.local.set({ [key]: value }),
  delete: (key) => browser.storage.local.remove(key),
};
