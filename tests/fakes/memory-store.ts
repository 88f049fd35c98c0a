import type { KeyValueStore } from '#shared/ports.ts';

/** A small store for as long as the test lives. Values go in and out as copies. */
export function createMemoryStore(): KeyValueStore {
  const texts = new Map<string, string>();
  return {
    async get(key) {
      const text = texts.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    async set(key, value) {
      texts.set(key, JSON.stringify(value));
    },
    async delete(key) {
      texts.delete(key);
    },
  };
}
