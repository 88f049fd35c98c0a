import type { Connection } from '#shared/connection/connection.ts';
import { openEngine } from '#shared/connection/open-engine.ts';
import type { Engine } from '#shared/engines/engine.ts';
import { loadApiKey } from './connection-store.ts';
import { enginePorts } from './engine-ports.ts';
import { leaveOriginOut } from './origin-rule.ts';
import type { Services } from './services.ts';

/** The engine behind a stored connection, with its key. Raises `unauthorized` when that cannot be opened. */
export async function openConnection(connection: Connection, services: Services): Promise<Engine> {
  await leaveOriginOut(connection);
  const apiKey = await loadApiKey(connection.engine, services.database);
  return openEngine(connection, apiKey, enginePorts(services));
}
