import { systemIds } from '#shared/platform.ts';
import { createSessionToken, createToken, hashSecret } from '../access/secrets.ts';
import type { Database } from '../store/database.ts';
import { type Caller, type MemberRow, toMember } from './member.ts';

export type Device = {
  id: string;
  name: string;
  createdAtMs: number;
  /** To some minutes; `null` when it never called. */
  usedAtMs: number | null;
};

/** A person's places to call from. Of their tokens only fingerprints are kept. */
export type DeviceBook = ReturnType<typeof createDeviceBook>;

type CallerRow = MemberRow & { deviceId: string; usedAtMs: number | null };

/** How exactly it is known when a device called last: every call of its own would be a write. */
const usedGrainMs = 10 * 60_000;

export const longestDeviceName = 60;

export function createDeviceBook(database: Database, nowMs: () => number) {
  /** Of tokens that were good once: a hash takes longer than the rest of a call. */
  const hashes = new Map<string, string>();

  async function note(
    memberId: string,
    name: string,
    tokenHash: string,
    expiresAtMs: number | null = null,
  ): Promise<void> {
    const device = [systemIds.uuid(), memberId, name.slice(0, longestDeviceName), tokenHash];
    await database.write({
      sql: `INSERT INTO devices (id, member_id, name, token_hash, created_at_ms, expires_at_ms)
        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (token_hash) DO NOTHING`,
      values: [...device, nowMs(), expiresAtMs],
    });
  }

  return {
    /** Answers the token: the only moment at which it exists in clear. */
    async add(memberId: string, name: string): Promise<string> {
      const token = createToken();
      await note(memberId, name, await hashSecret(token));
      return token;
    },

    /** A browser that is signed in to the relay's own pages, for as long as its cookie lasts; answers its token. */
    async addSession(memberId: string, name: string, lastsMs: number): Promise<string> {
      const token = createSessionToken();
      await note(memberId, name, await hashSecret(token), nowMs() + lastsMs);
      return token;
    },

    /** A device whose token was made elsewhere. One that is known stays as it is, also when revoked. */
    adopt: (memberId: string, name: string, tokenHash: string) => note(memberId, name, tokenHash),

    /** Whether there is or was a device of this token, revoked or not. */
    async hasKnown(tokenHash: string): Promise<boolean> {
      const sql = 'SELECT id FROM devices WHERE token_hash = ?';
      return (await database.rows({ sql, values: [tokenHash] })).length > 0;
    },

    /** Who calls with this token; `null` for one that is unknown, revoked or over. */
    async callerOf(token: string): Promise<Caller | null> {
      const tokenHash = hashes.get(token) ?? (await hashSecret(token));
      const [row] = await database.rows<CallerRow>({
        sql: `SELECT members.id, members.name, members.role, members.deployments,
            devices.id AS deviceId, devices.used_at_ms AS usedAtMs
          FROM devices JOIN members ON members.id = devices.member_id
          WHERE devices.token_hash = ? AND devices.revoked_at_ms IS NULL AND members.removed_at_ms IS NULL
            AND (devices.expires_at_ms IS NULL OR devices.expires_at_ms > ?)`,
        values: [tokenHash, nowMs()],
      });
      if (!row) {
        hashes.delete(token);
        return null;
      }
      hashes.set(token, tokenHash);
      if (nowMs() - (row.usedAtMs ?? 0) > usedGrainMs) {
        const sql = 'UPDATE devices SET used_at_ms = ? WHERE id = ?';
        await database.write({ sql, values: [nowMs(), row.deviceId] });
      }
      return { ...toMember(row), deviceId: row.deviceId };
    },

    of: (memberId: string) =>
      database.rows<Device>({
        sql: `SELECT id, name, created_at_ms AS createdAtMs, used_at_ms AS usedAtMs
          FROM devices WHERE member_id = ? AND revoked_at_ms IS NULL
            AND (expires_at_ms IS NULL OR expires_at_ms > ?) ORDER BY created_at_ms`,
        values: [memberId, nowMs()],
      }),

    /** Answers whether there was such a device of this member. */
    async revoke(memberId: string, deviceId: string): Promise<boolean> {
      const [changed] = await database.write({
        sql: 'UPDATE devices SET revoked_at_ms = ? WHERE id = ? AND member_id = ? AND revoked_at_ms IS NULL',
        values: [nowMs(), deviceId, memberId],
      });
      return changed === 1;
    },
  };
}
