import type { Selection } from '../../bridge/layer.ts';
import type { MainThread } from '../../bridge/request.ts';
import { createStore, type Store } from '../platform/store.ts';

const nothing: Selection = { layers: [], unlisted: 0 };

/** What is selected on the canvas, as it changes. */
export async function followSelection(main: MainThread): Promise<Store<Selection>> {
  const store = createStore(nothing);
  main.on('selection-changed', store.set);
  store.set(await main.request('read-selection', undefined).catch(() => nothing));
  return store;
}
