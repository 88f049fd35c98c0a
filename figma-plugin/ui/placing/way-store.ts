import type { KeyValueStore } from '#shared/ports.ts';
import { isWay, type Way } from '../../bridge/placing.ts';
import { createStore, type Store } from '../platform/store.ts';

const key = 'way';
const tilesKey = 'tiles';

/** Where results go, as it was chosen last on this computer. */
export async function openWayStore(storage: KeyValueStore): Promise<Store<Way>> {
  const kept = await storage.get(key);
  const store = createStore<Way>(isWay(kept) ? kept : 'above');
  store.subscribe(() => void storage.set(key, store.get()).catch(() => {}));
  return store;
}

/** Whether what is larger than Figma takes comes in tiles. */
export async function openTilesStore(storage: KeyValueStore): Promise<Store<boolean>> {
  const store = createStore((await storage.get(tilesKey)) === true);
  store.subscribe(() => void storage.set(tilesKey, store.get()).catch(() => {}));
  return store;
}
