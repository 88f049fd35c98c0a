import { browser } from 'wxt/browser';
import type { CopyStore } from '#shared/jobs/second-copy.ts';

const documentKey = 'unfinished-jobs';

type Copies = Record<string, unknown>;

/** Second copies of unfinished jobs in `storage.local`, one small document. Content scripts can read it. */
export function createJobCopies(): CopyStore {
  let previous: Promise<unknown> = Promise.resolve();

  async function read(): Promise<Copies> {
    const stored = (await browser.storage.local.get(documentKey))[documentKey];
    return typeof stored === 'object' && stored !== null ? { ...stored } : {};
  }

  /** One change at a time: each reads what the one before has written. */
  function change(edit: (copies: Copies) => void): Promise<void> {
    const mine = previous.then(async () => {
      const copies = await read();
      edit(copies);
      await browser.storage.local.set({ [documentKey]: copies });
    });
    previous = mine.catch(() => {});
    return mine;
  }

  return {
    list: async () => Object.values(await read()),
    put: (id, copy) =>
      change((copies) => {
        copies[id] = copy;
      }),
    delete: (id) =>
      change((copies) => {
        delete copies[id];
      }),
  };
}
