import { useEffect, useState } from 'preact/hooks';
import type { Connection } from '#shared/connection/connection.ts';
import { checkHealth, type LastingHealth } from '../check-health.ts';
import type { Services } from '../services.ts';

/** An engine's health, asked for once when it is first shown and then whenever `check` is called. */
export function useHealth(connection: Connection, services: Services) {
  const [health, setHealth] = useState<LastingHealth | null>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    const leaving = new AbortController();
    setHealth(null);
    // Whoever has left is told nothing any more.
    checkHealth(connection, services, leaving.signal).then(setHealth, () => {});
    return () => leaving.abort();
  }, [connection, services, round]);

  return { health, check: () => setRound(round + 1) };
}
