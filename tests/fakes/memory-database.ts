import type { Database } from '#shared/web/storage/database.ts';

type Stored = Record<string, unknown>;

const keyPaths: Readonly<Record<string, string>> = { jobs: 'id', history: 'id', pictureFacts: 'key' };

/** IndexedDB as far as jobs, history, pictures and keys need it. Values go in and out as copies. */
export function createMemoryDatabase(onWrite: () => void = () => {}) {
  const stores = new Map<string, Map<string, unknown>>();

  function storeCalled(name: string) {
    const values = stores.get(name) ?? new Map<string, unknown>();
    stores.set(name, values);
    const all = () => [...values.values()].map((value) => structuredClone(value));
    return {
      async put(value: unknown, key?: string) {
        onWrite();
        values.set(key ?? String((value as Stored)[keyPaths[name] ?? '']), structuredClone(value));
      },
      async get(key: string) {
        return structuredClone(values.get(key));
      },
      async delete(key: string) {
        values.delete(key);
      },
      getAll: async () => all(),
      getAllKeys: async () => [...values.keys()],
    };
  }

  const database = {
    get: (name: string, key: string) => storeCalled(name).get(key),
    getAll: (name: string) => storeCalled(name).getAll(),
    put: (name: string, value: unknown, key?: string) => storeCalled(name).put(value, key),
    async add(name: string, value: unknown, key: string) {
      if (stores.get(name)?.has(key)) throw new DOMException('The key is taken.', 'ConstraintError');
      await storeCalled(name).put(value, key);
    },
    delete: (name: string, key: string) => storeCalled(name).delete(key),
    transaction(names: string | string[]) {
      const [first = ''] = [names].flat();
      return { store: storeCalled(first), objectStore: storeCalled, done: Promise.resolve() };
    },
  };
  return {
    opening: Promise.resolve(database as unknown as Database),
    /** All that one store holds. */
    valuesIn: (name: string) => [...(stores.get(name)?.values() ?? [])],
  };
}
