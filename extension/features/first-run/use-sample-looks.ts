import { useState } from 'preact/hooks';
import { ask } from '../../messaging.ts';
import { loadConnections, saveConnection } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';

/** The looks of this device: nothing to allow, nothing to test, so one press leads to the photographs. */
export function useSampleLooks(services: Services) {
  const [isBusy, setBusy] = useState(false);
  const connect = async () => {
    const isThere = (await loadConnections()).some(({ engine }) => engine === 'on-device');
    const connection = await ask('connection.testOther', { draft: { engine: 'on-device' } });
    if (!isThere) await saveConnection(connection, null, services.database);
    location.hash = 'practice';
  };
  const begin = () => {
    setBusy(true);
    void connect().finally(() => setBusy(false));
  };
  return { isBusy, begin };
}
