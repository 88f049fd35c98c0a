import { hashSecret } from '../access/secrets.ts';
import type { Database } from '../store/database.ts';
import { type Caller, type Member, type MemberRow, toMember } from './member.ts';

type CallerRow = MemberRow & Omit<Caller, keyof Member> & { usedAtMs: number | null };

/** How exactly it is known when a device called last: every call of its own would be a write. */
const usedGrainMs = 10 * 60_000;

const callerSql = `SELECT members.id, members.name, members.role, members.deployments,
    devices.id AS deviceId, devices.let_in_by_id AS letInById, devices.expires_at_ms AS expiresAtMs, devices.used_at_ms AS usedAtMs
  FROM devices JOIN members ON members.id = devices.member_id
  WHERE devices.token_hash = ? AND devices.revoked_at_ms IS NULL AND members.removed_at_ms IS NULL
    AND (devices.expires_at_ms IS NULL OR devices.expires_at_ms > ?)`;

/** Who calls with a token; `null` for one that is unknown, revoked or over. */
export function createKnownCallers(database: Database, nowMs: () => number) {
  /** Of tokens that were good once: a hash takes longer than the rest of a call. */
  const hashes = new Map<string, string>();

  async function noteUse({ deviceId, usedAtMs }: CallerRow): Promise<void> {
    if (nowMs() - (usedAtMs ?? 0) <= usedGrainMs) return;
    const sql = 'UPDATE devices SET used_at_ms = ? WHERE id = ?';
    await database.write({ sql, values: [nowMs(), deviceId] });
  }

  return async (token: string): Promise<Caller | null> => {
    const tokenHash = hashes.get(token) ?? (await hashSecret(token));
    const [row] = await database.rows<CallerRow>({ sql: callerSql, values: [tokenHash, nowMs()] });
    if (!row) {
      hashes.delete(token);
      return null;
    }
    hashes.set(token, tokenHash);
    await noteUse(row);
    const { deviceId, letInById, expiresAtMs } = row;
    return { ...toMember(row), deviceId, letInById, expiresAtMs };
  };
}
