import type { KeyValueStore } from '#shared/ports.ts';
import { isWay, type Way } from '../../bridge/placing.ts';
import { createStore, type Store } from '../platform/store.ts';

const key = 'way';

/** Where results go, as it was chosen last on this computer. */
export async function openWayStore(storage: KeyValueStore): Promise<Store<Way>> {
  const kept = await storage.get(key);
  const store = createStore<Way>(isWay(kept) ? kept : 'above');
  store.subscribe(() => void storage.set(key, store.get()).catch(() => {}));
  return store;
}
