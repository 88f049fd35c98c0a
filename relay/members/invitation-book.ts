import { createInvitationCode, createToken, hashSecret } from '../access/secrets.ts';
import type { Database, Statement } from '../store/database.ts';
import type { Caller } from './member.ts';
import { redemption } from './redemption.ts';

export const invitationDays = 7;
const dayMs = 24 * 60 * 60_000;

type NewInvitation = { memberId: string; days: number; deviceId?: string | null };

/** Codes by which a person gets a token by themselves, each once and for some days. */
export type InvitationBook = ReturnType<typeof createInvitationBook>;

export function createInvitationBook(database: Database, nowMs: () => number) {
  async function note(invitation: NewInvitation, code: string, voided: Statement): Promise<void> {
    await database.write(voided, addition(invitation, await hashSecret(code), nowMs()));
  }

  async function accept(memberId: string, code: string, days: number): Promise<void> {
    await note({ memberId, days }, code, {
      sql: `UPDATE invitations SET used_at_ms = ?
        WHERE member_id = ? AND code_hash <> ? AND used_at_ms IS NULL`,
      values: [nowMs(), memberId, await hashSecret(code)],
    });
  }

  return {
    /** A code for one more device of a member. What they were given before and have not used is void. */
    async create(memberId: string, days = invitationDays): Promise<string> {
      const code = createInvitationCode();
      await accept(memberId, code, days);
      return code;
    },

    /**
     * A code by which a device lets in another of the same person. Void is only what it gave out before itself: an
     * admin's link is worth more.
     */
    async createFrom({ id: memberId, deviceId }: Caller, days: number): Promise<string> {
      const code = createInvitationCode();
      await note({ memberId, days, deviceId }, code, {
        sql: 'UPDATE invitations SET used_at_ms = ? WHERE device_id = ? AND used_at_ms IS NULL',
        values: [nowMs(), deviceId],
      });
      return code;
    },

    /** The same as `create` with a code that was made elsewhere. */
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
      const tokenHash = await hashSecret(token);
      const [added] = await database.write(...redemption({ codeHash, tokenHash, deviceName }, nowMs()));
      return added === 1 ? token : null;
    },
  };
}

function addition(
  { memberId, days, deviceId = null }: NewInvitation,
  codeHash: string,
  nowMs: number,
): Statement {
  return {
    sql: `INSERT INTO invitations (code_hash, member_id, expires_at_ms, device_id) VALUES (?, ?, ?, ?)
      ON CONFLICT (code_hash) DO NOTHING`,
    values: [codeHash, memberId, nowMs + days * dayMs, deviceId],
  };
}
