import { openSecret, sealSecret } from '#shared/connection/seal.ts';
import type { Bytes } from '#shared/ports.ts';
import type { Database } from '../store/database.ts';

/** `fixed`: given from outside for as long as the relay runs. `locked`: kept, but under another master key. */
export type KeyState = 'fixed' | 'kept' | 'missing' | 'locked';

export type KeyKeeper = {
  /** The API key; `null` when there is none, or none that can be opened. */
  read(): Promise<string | null>;
  state(): Promise<KeyState>;
  /** Keeps another one, sealed. */
  replace(apiKey: string): Promise<void>;
};

export type KeyKeeperOptions = {
  database: Database;
  /** 32 bytes. */
  masterKey: Bytes;
  /** A key that wins over the kept one and is not written down. */
  apiKey?: string | undefined;
};

const secretName = 'comfydeploy-key';

/** Keeps ComfyDeploy's key in the database under AES-256-GCM with the master key. */
export function createKeyKeeper({ database, masterKey, apiKey }: KeyKeeperOptions): KeyKeeper {
  // Each time anew: a promise of one request is not another's to wait for, in a Worker.
  const sealingKey = () =>
    crypto.subtle.importKey('raw', masterKey, 'AES-GCM', false, ['encrypt', 'decrypt']);
  let opened: { sealed: string; key: string | null } | null = null;

  /** Asked of the database each time: another process may have replaced it. */
  async function kept(): Promise<{ sealed: string; key: string | null } | null> {
    const select = { sql: 'SELECT sealed FROM secrets WHERE name = ?', values: [secretName] };
    const [row] = await database.rows<{ sealed: string }>(select);
    if (!row) return null;
    if (opened?.sealed !== row.sealed) {
      const key = await openSecret(JSON.parse(row.sealed), await sealingKey());
      opened = { sealed: row.sealed, key };
    }
    return opened;
  }

  return {
    read: async () => apiKey ?? (await kept())?.key ?? null,
    async state() {
      if (apiKey !== undefined) return 'fixed';
      const found = await kept();
      if (!found) return 'missing';
      return found.key === null ? 'locked' : 'kept';
    },
    async replace(next) {
      const sealed = JSON.stringify(await sealSecret(next, await sealingKey()));
      await database.write({
        sql: 'INSERT INTO secrets (name, sealed) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed',
        values: [secretName, sealed],
      });
    },
  };
}
