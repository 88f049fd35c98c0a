import type { KeyValueStore } from '#shared/ports.ts';

/** Small documents of one member in `localStorage`; nothing secret. */
export function createDocuments(memberId: string): KeyValueStore & { clear(): void } {
  const prefix = `restyle.${memberId}.`;
  return {
    async get(key) {
      try {
        return JSON.parse(localStorage.getItem(prefix + key) ?? 'null');
      } catch {
        return null;
      }
    },
    set: async (key, value) => localStorage.setItem(prefix + key, JSON.stringify(value)),
    delete: async (key) => localStorage.removeItem(prefix + key),
    clear() {
      for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
    },
  };
}
