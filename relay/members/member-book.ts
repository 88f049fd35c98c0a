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

  return {
    list,
    byId: (id: string) => find('id = ?', id),
    byName: (name: string) => find('name = ?', name),

    /** Raises `invalid-input` for a name that is empty, too long or taken. */
    async add({ name: typed, role, deployments }: NewMember): Promise<Member> {
      const name = typed.trim();
      if (name === '' || name.length > 80) refuse(words.nameMissing);
      const member = { id: systemIds.uuid(), name, role, deployments };
      const [added] = await database.write({
        sql: `INSERT INTO members (${columns}, created_at_ms) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        values: [member.id, name, role, deploymentsColumn(deployments), nowMs()],
      });
      if (added === 0) refuse(words.nameTaken(name));
      return member;
    },

    /** What is left out stays as it is. */
    async change(id: string, { role, deployments }: RightsChange): Promise<void> {
      const isGiven = deployments !== undefined;
      const rights = [role ?? null, Number(isGiven), isGiven ? deploymentsColumn(deployments) : null];
      const [changed] = await database.write({
        sql: `UPDATE members SET role = coalesce(?, role), deployments = CASE ? WHEN 1 THEN ? ELSE deployments END
          WHERE id = ? AND (? IS NOT 'member' OR ${leavesAnAdmin})`,
        values: [...rights, id, role ?? null],
      });
      if (changed === 0 && (await find('id = ?', id))) refuse(words.lastAdmin);
    },

    /** From the next request on, none of their devices is known any more. */
    async remove(id: string): Promise<void> {
      const [removed] = await database.write(...removal(id, nowMs()));
      if (removed === 0 && (await find('id = ?', id))) refuse(words.lastAdmin);
    },
  };
}

/**
 * Somebody has to be left who can let people in: asked in the very statement that changes a member, because another
 * admin may be made less in the same moment.
 */
const leavesAnAdmin = `(role <> 'admin' OR EXISTS (SELECT 1 FROM members AS others
  WHERE others.role = 'admin' AND others.removed_at_ms IS NULL AND others.id <> members.id))`;

function removal(id: string, nowMs: number): Statement[] {
  const isRemoved = 'member_id IN (SELECT id FROM members WHERE id = ? AND removed_at_ms IS NOT NULL)';
  return [
    `UPDATE members SET removed_at_ms = ? WHERE id = ? AND removed_at_ms IS NULL AND ${leavesAnAdmin}`,
    `UPDATE devices SET revoked_at_ms = ? WHERE ${isRemoved} AND revoked_at_ms IS NULL`,
    `UPDATE invitations SET used_at_ms = ? WHERE ${isRemoved} AND used_at_ms IS NULL`,
  ].map((sql) => ({ sql, values: [nowMs, id] }));
}

function refuse(sentence: string): never {
  throw new AppError('invalid-input', sentence, { status: 422 });
}
