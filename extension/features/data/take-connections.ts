import type { Backup } from '#shared/backup/backup.ts';
import type { Connection } from '#shared/connection/connection.ts';
import { canTravel, type KeychainEntry, lockOf, openKeychain } from '#shared/connection/keychain.ts';
import { forgetConnection, loadConnections, saveConnection } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import type { WayBack } from './way-back.ts';

/** The keys in a file, but for relays' tokens; `null` when it is another password. */
export async function openKeys({ keys }: Backup, password: string): Promise<KeychainEntry[] | null> {
  if (keys === null) return [];
  const entries = await openKeychain(keys, (await lockOf(keys, password)).key);
  return entries?.filter(canTravel) ?? null;
}

/**
 * The engines a file has and this browser has not, with their keys. Beside a key stands the server it was locked
 * with: what the file says of it in clear is anybody's to change.
 */
export function newEngines(
  { connections }: Backup,
  keys: readonly KeychainEntry[],
  here: readonly Connection[],
): { ready: readonly KeychainEntry[]; lacking: readonly Connection[] } {
  const isHere = ({ engine }: Connection) => here.some((each) => each.engine === engine);
  const missing = connections.filter(({ connection }) => !isHere(connection));
  const keyOf = ({ engine }: Connection) => keys.find(({ connection }) => connection.engine === engine);
  return {
    ready: missing.flatMap(({ connection, hasKey }) =>
      hasKey ? (keyOf(connection) ?? []) : { connection, apiKey: null },
    ),
    lacking: missing.flatMap(({ connection, hasKey }) => (hasKey && !keyOf(connection) ? connection : [])),
  };
}

/** One host, or what is below a named one: a file gets no right for more. */
const nameable = /^https?:\/\/(?:\*\.(?=[^/.]+\.[^/]))?[^*/]+\/\*$/;

/** Match patterns the engines of a file need, as far as one may ask for them by a file. */
export function hostsOf(connections: readonly Connection[]): string[] {
  return [...new Set(connections.flatMap(({ hosts }) => hosts))].filter((host) => nameable.test(host));
}

/** Connects the engines. Those that are connected here stay as they are. */
export async function connectAll(
  entries: readonly KeychainEntry[],
  { database }: Services,
  wayBack: WayBack,
): Promise<void> {
  const here = new Set((await loadConnections()).map(({ engine }) => engine));
  const fresh = entries.filter(({ connection }) => !here.has(connection.engine));
  wayBack.add(async () => {
    for (const { connection } of fresh) await forgetConnection(connection.engine);
  });
  for (const { connection, apiKey } of fresh) await saveConnection(connection, apiKey, database);
}
