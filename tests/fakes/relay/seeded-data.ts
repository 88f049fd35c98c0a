import { randomBytes } from 'node:crypto';
import { createDeviceBook } from '../../../relay/members/device-book.ts';
import type { Role } from '../../../relay/members/member.ts';
import { createMemberBook } from '../../../relay/members/member-book.ts';
import type { DataFolder } from '../../../relay/node/data-folder.ts';
import { openSqlite } from '../../../relay/node/sqlite.ts';
import type { Database } from '../../../relay/store/database.ts';
import { migrate } from '../../../relay/store/migrate.ts';

export type SeededMember = { name: string; role?: Role; deployments?: readonly string[] | null };

export type SeededData = DataFolder & {
  /** A token of each member, by name. */
  tokens: Readonly<Record<string, string>>;
};

/** What a relay remembers, in memory only, with members who have a token already. */
export async function seedData(members: readonly SeededMember[]): Promise<SeededData> {
  const database = openSqlite(':memory:');
  await migrate(database);
  const tokens = await seedMembers(database, members);
  return { database, masterKey: new Uint8Array(randomBytes(32)), tokens };
}

/** Adds members to a database of the newest schema; answers a token of each, by name. */
export async function seedMembers(
  database: Database,
  members: readonly SeededMember[],
): Promise<Record<string, string>> {
  const tokens: Record<string, string> = {};
  for (const { name, role = 'member', deployments = null } of members) {
    const { id } = await createMemberBook(database, Date.now).add({ name, role, deployments });
    tokens[name] = await createDeviceBook(database, Date.now).add(id, 'A test');
  }
  return tokens;
}
