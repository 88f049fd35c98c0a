import { AppError } from '#shared/errors/app-error.ts';
import { systemIds } from '#shared/platform.ts';
import type { Database, Statement } from '../store/database.ts';
import { words } from '../words.ts';
import { deploymentsColumn, type Member, type MemberRow, toMember } from './member.ts';

/** What of a member can be changed. */
export type MemberRights = Pick<Member, 'role' | 'deployments'>;

export type RightsChange = { [Right in keyof MemberRights]?: MemberRights[Right] | undefined };

export type NewMember = MemberRights & { name: string };

/** Who may use the relay. Nobody is deleted, because what they ran stays on the account's bill. */
export type MemberBook = ReturnType<typeof createMemberBook>;

const columns = 'id, name, role, deployments';

export function createMemberBook(database: Database, nowMs: () => number) {
  async function find(condition: string, value: string): Promise<Member | null> {
    const sql = `SELECT ${columns} FROM members WHERE ${condition} AND removed_at_ms IS NULL`;
    const [row] = await database.rows<MemberRow>({ sql, values: [value] });
    return row ? toMember(row) : null;
  }

  async function list(): Promise<Member[]> {
    const sql = `SELECT ${columns} FROM members WHERE removed_at_ms IS NULL ORDER BY name COLLATE NOCASE`;
    return (await database.rows<MemberRow>({ sql })).map(toMember);
  }

  /** Somebody has to be left who can let people in. */
  async function keepAnAdmin(id: string): Promise<void> {
    const admins = (await list()).filter(({ role }) => role === 'admin');
    if (admins.length === 1 && admins[0]?.id === id) refuse(words.lastAdmin);
  }

  return {
    list,
    byId: (id: string) => find('id = ?', id),
    byName: (name: string) => find('name = ?', name),

    /** Raises `invalid-input` for a name that is empty, too long or taken. */
    async add({ name: typed, role, deployments }: NewMember): Promise<Member> {
      const name = typed.trim();
      if (name === '' || name.length > 80) refuse(words.nameMissing);
      if (await find('name = ?', name)) refuse(words.nameTaken(name));
      const member = { id: systemIds.uuid(), name, role, deployments };
      await database.write({
        sql: `INSERT INTO members (${columns}, created_at_ms) VALUES (?, ?, ?, ?, ?)`,
        values: [member.id, name, role, deploymentsColumn(deployments), nowMs()],
      });
      return member;
    },

    /** What is left out stays as it is. */
    async change(id: string, { role, deployments }: RightsChange): Promise<void> {
      if (role === 'member') await keepAnAdmin(id);
      const isGiven = deployments !== undefined;
      await database.write({
        sql: `UPDATE members SET role = coalesce(?, role), deployments = CASE ? WHEN 1 THEN ? ELSE deployments END
          WHERE id = ?`,
        values: [role ?? null, Number(isGiven), isGiven ? deploymentsColumn(deployments) : null, id],
      });
    },

    /** From the next request on, none of their devices is known any more. */
    async remove(id: string): Promise<void> {
      await keepAnAdmin(id);
      await database.write(...removal(id, nowMs()));
    },
  };
}

function removal(id: string, nowMs: number): Statement[] {
  return [
    'UPDATE members SET removed_at_ms = ? WHERE id = ? AND removed_at_ms IS NULL',
    'UPDATE devices SET revoked_at_ms = ? WHERE member_id = ? AND revoked_at_ms IS NULL',
    'UPDATE invitations SET used_at_ms = ? WHERE member_id = ? AND used_at_ms IS NULL',
  ].map((sql) => ({ sql, values: [nowMs, id] }));
}

function refuse(sentence: string): never {
  throw new AppError('invalid-input', sentence, { status: 422 });
}
