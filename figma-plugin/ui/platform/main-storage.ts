import type { KeyValueStore } from '#shared/ports.ts';
import type { MainThread } from '../../bridge/request.ts';

export type ListedStore = KeyValueStore & { keys(): Promise<readonly string[]> };

/** Figma's `clientStorage`: the only thing that outlives the panel. `set` raises `storage-full`. */
export function createMainStorage(main: MainThread): ListedStore {
  return {
    keys: () => main.request('list-keys', undefined),
    get: (key) => main.request('read-value', { key }),
    set: (key, value) => main.request('write-value', { key, value }),
    delete: (key) => main.request('delete-value', { key }),
  };
}
