import { createStore, type Store } from '../platform/store.ts';
import type { LayerJob } from './layer-job.ts';

/** The panel's list of layer jobs, newest last. */
export type JobRows = {
  store: Pick<Store<readonly LayerJob[]>, 'get' | 'subscribe'>;
  get(id: string): LayerJob | null;
  add(added: readonly LayerJob[]): void;
  change(id: string, changed: Partial<LayerJob>): void;
  keep(isKept: (row: LayerJob) => boolean): void;
};

export function createJobRows(): JobRows {
  const store = createStore<readonly LayerJob[]>([]);
  return {
    store,
    get: (id) => store.get().find((row) => row.id === id) ?? null,
    add: (added) => store.set([...store.get(), ...added]),
    change: (id, changed) =>
      store.set(store.get().map((row) => (row.id === id ? { ...row, ...changed } : row))),
    keep: (isKept) => store.set(store.get().filter(isKept)),
  };
}
