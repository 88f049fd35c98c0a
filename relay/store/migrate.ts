import { AppError } from '#shared/errors/app-error.ts';
import { words } from '../words.ts';
import type { Database } from './database.ts';
import { migrations as released } from './schema.ts';

/**
 * Brings a database to the newest version, one version at a time, each as a whole or not at all. Raises
 * `not-configured` when a newer relay has written it: an older one would not know what to keep.
 */
export async function migrate(database: Database, migrations = released): Promise<void> {
  await database.write({
    sql: 'CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL) STRICT',
  });
  const [row] = await database.rows<{ version: number | null }>({
    sql: 'SELECT max(version) AS version FROM schema_version',
  });
  const version = row?.version ?? 0;
  if (version > migrations.length) throw new AppError('not-configured', words.databaseTooNew);
  for (const [index, statements] of migrations.entries()) {
    if (index < version) continue;
    await database.write(...statements.map((sql) => ({ sql })), {
      sql: 'INSERT INTO schema_version (version) VALUES (?)',
      values: [index + 1],
    });
  }
}
