import type { Connection } from '#shared/connection/connection.ts';
import {
  type KeychainEntry,
  type KeychainEnvelope,
  lockOf,
  openKeychain,
} from '#shared/connection/keychain.ts';
import { hostOf } from '#shared/engines/http/host-of.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { teamSetupWords } from '#shared/i18n/en/team-setup.ts';
import type { TeamServer, TeamSetup } from '#shared/team-setup/team-setup.ts';

const words = teamSetupWords.import;

/**
 * The key in a setup; `null` when it is another password, or there is no key. The server stands beside the lock
 * for anyone to change who passes the setup on, so a key is only given out for the server it was locked with.
 * Raises `invalid-input` when the setup names another one, or the lock is damaged.
 */
export async function openLockedKey(
  { lockedKey, server }: Pick<TeamSetup, 'lockedKey' | 'server'>,
  password: string,
): Promise<string | null> {
  if (!lockedKey) return null;
  const entries = await entriesIn(lockedKey, password).catch(() => {
    throw new AppError('invalid-input', words.damaged);
  });
  if (entries === null) return null;
  const entry = entries.find(({ connection }) => isAt(connection, server));
  if (!entry) throw new AppError('invalid-input', words.otherServer(hostOf(server.baseUrl)));
  return entry.apiKey;
}

async function entriesIn(envelope: KeychainEnvelope, password: string): Promise<KeychainEntry[] | null> {
  const { key } = await lockOf(envelope, password);
  return openKeychain(envelope, key);
}

function isAt(connection: Connection, server: TeamServer): boolean {
  if (connection.engine === 'comfydeploy' && server.engine === 'comfydeploy') {
    return connection.baseUrl === server.baseUrl && connection.deploymentId === server.deploymentId;
  }
  if (connection.engine === 'comfyui' && server.engine === 'comfyui') {
    return connection.baseUrl === server.baseUrl;
  }
  return false;
}
