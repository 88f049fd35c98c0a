import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask } from '../../messaging.ts';
import type { ListedPairing } from '../../platform/pairings/pairing-store.ts';

const lookEveryMs = 1_000;

export type Seen = { isOffered: boolean; pairings: readonly ListedPairing[] };

/** Pairings as they stand: they are made and used elsewhere, so they are looked at every second. */
export function usePairings(): [Seen, () => Promise<void>] {
  const [seen, setSeen] = useState<Seen>({ isOffered: false, pairings: [] });
  const look = useCallback(async () => setSeen(await ask('pairing.list', {})), []);
  useEffect(() => {
    // A worker that is just being replaced answers the next time.
    const tryLook = () => void look().catch(() => {});
    tryLook();
    const timer = setInterval(tryLook, lookEveryMs);
    return () => clearInterval(timer);
  }, [look]);
  return [seen, look];
}
