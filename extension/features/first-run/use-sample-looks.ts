import { useState } from 'preact/hooks';
import { testOther } from '#shared/connection/connect-others.ts';
import { loadConnections, saveConnection } from '../../platform/connection-store.ts';
import { enginePorts } from '../../platform/engine-ports.ts';
import type { Services } from '../../platform/services.ts';

/** The looks of this device: nothing to allow, nothing to test, so one press leads to the photographs. */
export function useSampleLooks(services: Services) {
  const [isBusy, setBusy] = useState(false);
  const connect = async () => {
    const isThere = (await loadConnections()).some(({ engine }) => engine === 'on-device');
    const connection = await testOther({ engine: 'on-device' }, enginePorts(services));
    if (!isThere) await saveConnection(connection, null, services.database);
    location.hash = 'practice';
  };
  const begin = () => {
    setBusy(true);
    void connect().finally(() => setBusy(false));
  };
  return { isBusy, begin };
}
