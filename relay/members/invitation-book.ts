import { systemIds } from '#shared/platform.ts';
import { createInvitationCode, createToken, hashSecret } from '../access/secrets.ts';
import type { Database } from '../store/database.ts';
import { longestDeviceName } from './device-book.ts';

export const invitationDays = 7;
const dayMs = 24 * 60 * 60_000;

/** Codes by which a person gets a token by themselves, each once and for some days. */
export type InvitationBook = ReturnType<typeof createInvitationBook>;

export function createInvitationBook(database: Database, nowMs: () => number) {
  async function accept(memberId: string, code: string, days: number): Promise<void> {
    const codeHash = await hashSecret(code);
    await database.write(
      {
        sql: `UPDATE invitations SET used_at_ms = ?
          WHERE member_id = ? AND code_hash <> ? AND used_at_ms IS NULL`,
        values: [nowMs(), memberId, codeHash],
      },
      {
        sql: `INSERT INTO invitations (code_hash, member_id, expires_at_ms) VALUES (?, ?, ?)
          ON CONFLICT (code_hash) DO NOTHING`,
        values: [codeHash, memberId, nowMs() + days * dayMs],
      },
    );
  }

  return {
    /** A code for one more device of a member. What they were given before and have not used is void. */
    async create(memberId: string, days = invitationDays): Promise<string> {
      const code = createInvitationCode();
      await accept(memberId, code, days);
      return code;
    },

    /** The same with a code that was made elsewhere. */
    accept,

    /** Whether a code was ever made or taken on, used or not. */
    async hasKnown(code: string): Promise<boolean> {
      const sql = 'SELECT member_id FROM invitations WHERE code_hash = ?';
      return (await database.rows({ sql, values: [await hashSecret(code)] })).length > 0;
    },

    /** Turns a code into a device; answers its token, or `null` for a code that is of no use any more. */
    async redeem(code: string, deviceName: string): Promise<string | null> {
      const token = createToken();
      const codeHash = await hashSecret(code);
      const [added] = await database.write(
        {
          sql: `INSERT INTO devices (id, member_id, name, token_hash, created_at_ms)
            SELECT ?, member_id, ?, ?, ? FROM invitations
            WHERE code_hash = ? AND used_at_ms IS NULL AND expires_at_ms > ?`,
          values: [
            systemIds.uuid(),
            deviceName.slice(0, longestDeviceName),
            await hashSecret(token),
            nowMs(),
            codeHash,
            nowMs(),
          ],
        },
        {
          sql: 'UPDATE invitations SET used_at_ms = ? WHERE code_hash = ? AND used_at_ms IS NULL',
          values: [nowMs(), codeHash],
        },
      );
      return added === 1 ? token : null;
    },
  };
}
