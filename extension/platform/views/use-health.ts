import { useEffect, useState } from 'preact/hooks';
import type { Connection } from '#shared/connection/connection.ts';
import { ask } from '../../messaging.ts';
import type { LastingHealth } from '../check-health.ts';

/** An engine's health, asked for once when it is first shown and then whenever `check` is called. */
export function useHealth(connection: Connection) {
  const [health, setHealth] = useState<LastingHealth | null>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    let isShown = true;
    setHealth(null);
    // Whoever has left is told nothing any more.
    ask('connection.health', { connection }).then(
      (told) => isShown && setHealth(told),
      () => {},
    );
    return () => {
      isShown = false;
    };
  }, [connection, round]);

  return { health, check: () => setRound(round + 1) };
}
