import { systemIds } from '#shared/platform.ts';
import { createSessionToken, createToken, hashSecret } from '../access/secrets.ts';
import type { Database, Statement } from '../store/database.ts';
import { createKnownCallers } from './known-callers.ts';
import { type Revoked, revocation } from './revocation.ts';

export type Device = {
  id: string;
  name: string;
  createdAtMs: number;
  /** To some minutes; `null` when it never called. */
  usedAtMs: number | null;
  /** Name of the person's device that let this one in; `null` where an admin's link did. */
  letInBy: string | null;
};

/** A person's places to call from. Of their tokens only fingerprints are kept. */
export type DeviceBook = ReturnType<typeof createDeviceBook>;

/** `letInById`: the device whose token or invitation it was signed in with. */
type NewSession = { memberId: string; name: string; lastsMs: number; letInById: string | null };

type NewDevice = {
  memberId: string;
  name: string;
  tokenHash: string;
  expiresAtMs?: number;
  letInById?: string | null;
};

export const longestDeviceName = 60;

export function createDeviceBook(database: Database, nowMs: () => number) {
  async function note(device: NewDevice): Promise<void> {
    await database.write(addition(device, nowMs()));
  }

  return {
    /** Answers the token: the only moment at which it exists in clear. */
    async add(memberId: string, name: string): Promise<string> {
      const token = createToken();
      await note({ memberId, name, tokenHash: await hashSecret(token) });
      return token;
    },

    /** A browser that is signed in to the relay's own pages, for as long as its cookie lasts; answers its token. */
    async addSession(session: NewSession): Promise<string> {
      const { lastsMs, ...device } = session;
      const token = createSessionToken();
      await note({ ...device, tokenHash: await hashSecret(token), expiresAtMs: nowMs() + lastsMs });
      return token;
    },

    /** A device whose token was made elsewhere. One that is known stays as it is, also when revoked. */
    adopt: (memberId: string, name: string, tokenHash: string) => note({ memberId, name, tokenHash }),

    /** Whether there is or was a device of this token, revoked or not. */
    async hasKnown(tokenHash: string): Promise<boolean> {
      const sql = 'SELECT id FROM devices WHERE token_hash = ?';
      return (await database.rows({ sql, values: [tokenHash] })).length > 0;
    },

    /** Who calls with this token; `null` for one that is unknown, revoked or over. */
    callerOf: createKnownCallers(database, nowMs),

    of: (memberId: string) =>
      database.rows<Device>({
        sql: `SELECT id, name, created_at_ms AS createdAtMs, used_at_ms AS usedAtMs,
            (SELECT name FROM devices AS others WHERE others.id = devices.let_in_by_id) AS letInBy
          FROM devices WHERE member_id = ? AND revoked_at_ms IS NULL
            AND (expires_at_ms IS NULL OR expires_at_ms > ?) ORDER BY created_at_ms`,
        values: [memberId, nowMs()],
      }),

    /** A session goes on from now for as long again. */
    async renew(deviceId: string, lastsMs: number): Promise<void> {
      const sql = 'UPDATE devices SET expires_at_ms = ? WHERE id = ? AND expires_at_ms IS NOT NULL';
      await database.write({ sql, values: [nowMs() + lastsMs, deviceId] });
    },

    /** Ends one device, and nothing else. */
    async end(deviceId: string): Promise<void> {
      const sql = 'UPDATE devices SET revoked_at_ms = ? WHERE id = ? AND revoked_at_ms IS NULL';
      await database.write({ sql, values: [nowMs(), deviceId] });
    },

    /** Ends a device of a member, and what it has let in. */
    async revoke(revoked: Revoked): Promise<void> {
      await database.write(...revocation(revoked, nowMs()));
    },
  };
}

/** One that is known stays as it is. */
function addition(device: NewDevice, nowMs: number): Statement {
  const { memberId, name, tokenHash, expiresAtMs = null, letInById = null } = device;
  const known = [systemIds.uuid(), memberId, name.slice(0, longestDeviceName), tokenHash];
  return {
    sql: `INSERT INTO devices
        (id, member_id, name, token_hash, created_at_ms, expires_at_ms, let_in_by_id)
      VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (token_hash) DO NOTHING`,
    values: [...known, nowMs, expiresAtMs, letInById],
  };
}
