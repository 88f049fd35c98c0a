import { type Connection, parseConnection } from '#shared/connection/connection.ts';
import { envelopeSchema, type KeychainEnvelope } from '#shared/connection/keychain.ts';
import { parseSyncItem, type SyncItem } from '#shared/sync/sync-item.ts';
import * as z from '#shared/zod.ts';

/** A connected engine as a file has it: its key, if there was one, is in the envelope or nowhere. */
export type BackupConnection = { connection: Connection; hasKey: boolean };

/** All of a person's but the history: one document of a file of everything. */
export type Backup = {
  savedAtMs: number;
  /** The version that wrote it. */
  restyle: string;
  /** Presets and the marks on them, with what the rules of sync need. */
  synced: readonly SyncItem[];
  connections: readonly BackupConnection[];
  /** Other settings by their names; each is read by whoever knows it. */
  settings: Readonly<Record<string, unknown>>;
  /** The keys, only where they were asked for, locked with a password. */
  keys: KeychainEnvelope | null;
};

const format = 'restyle-data';

const schema = z.looseObject({
  format: z.literal(format),
  version: z.literal(1),
  savedAtMs: z.number(),
  restyle: z.string(),
  synced: z.array(z.unknown()),
  connections: z.array(z.object({ connection: z.unknown(), hasKey: z.boolean() })),
  settings: z.record(z.string(), z.unknown()),
  keys: z.nullable(envelopeSchema),
});

export function writeBackup(backup: Backup): string {
  return JSON.stringify({ format, version: 1, ...backup }, null, 2);
}

/** A parsed document as a backup; `null` when it is none. What cannot be read of it is left out. */
export function parseBackup(stored: unknown): Backup | null {
  const parsed = schema.safeParse(stored);
  if (!parsed.success) return null;
  const { savedAtMs, restyle, synced, connections, settings, keys } = parsed.data;
  return {
    savedAtMs,
    restyle,
    synced: synced.flatMap((each) => parseSyncItem(each) ?? []),
    connections: connections.flatMap(({ connection, hasKey }) => {
      const readable = parseConnection(connection);
      return readable ? [{ connection: readable, hasKey }] : [];
    }),
    settings,
    keys,
  };
}
