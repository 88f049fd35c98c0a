import type { Selection } from '../../bridge/layer.ts';
import type { MainThread } from '../../bridge/request.ts';
import { createStore, type Store } from '../platform/store.ts';

const nothing: Selection = { layers: [], unlisted: 0 };

/** What is selected on the canvas, as it changes. */
export function followSelection(main: MainThread): Store<Selection> {
  const store = createStore(nothing);
  main.on('selection-changed', store.set);
  void main.request('read-selection', undefined).then(store.set, () => {});
  return store;
}
