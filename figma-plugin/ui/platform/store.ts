import { useEffect, useState } from 'preact/hooks';

/** One value that a screen can follow. */
export type Store<T> = {
  get(): T;
  set(value: T): void;
  subscribe(hear: () => void): () => void;
};

export function createStore<T>(first: T): Store<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const hear of listeners) hear();
    },
    subscribe(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  };
}

export function useStore<T>(store: Pick<Store<T>, 'get' | 'subscribe'>): T {
  const [value, setValue] = useState(() => ({ of: store.get() }));
  useEffect(() => {
    const follow = () => setValue({ of: store.get() });
    follow();
    return store.subscribe(follow);
  }, [store]);
  return value.of;
}
