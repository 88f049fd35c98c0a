import type { SyncTransport } from '#shared/sync/transport.ts';

export type SyncedBrowser = SyncTransport & {
  /** Sends what was written here, then takes over what is there: as Chromium's and Firefox's sync does. */
  exchange(): void;
};

/**
 * `storage.sync` of several browsers: each has an area of its own, and what was written in it last goes to
 * the one server by key, whole and without a word to whoever wrote that key meanwhile.
 */
export function createSyncCloud(): { browser(): SyncedBrowser } {
  const server = new Map<string, string>();

  function createBrowser(): SyncedBrowser {
    const area = new Map<string, string>();
    const unsent = new Set<string>();
    return {
      readAll: async () => Object.fromEntries([...area].map(([key, text]) => [key, JSON.parse(text)])),
      async write(entries) {
        for (const [key, value] of Object.entries(entries)) {
          area.set(key, JSON.stringify(value));
          unsent.add(key);
        }
      },
      async remove(keys) {
        for (const key of keys) {
          area.delete(key);
          unsent.add(key);
        }
      },
      exchange() {
        for (const key of unsent) {
          const text = area.get(key);
          if (text === undefined) server.delete(key);
          else server.set(key, text);
        }
        unsent.clear();
        area.clear();
        for (const [key, text] of server) area.set(key, text);
      },
    };
  }
  return { browser: createBrowser };
}
