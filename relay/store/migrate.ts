import { AppError } from '#shared/errors/app-error.ts';
import { words } from '../words.ts';
import type { Database } from './database.ts';
import { migrations as released } from './schema.ts';

/**
 * Brings a database to the newest version, one version at a time, each as a whole or not at all. Others may do the
 * same at this moment: who comes second finds it done. Raises `not-configured` when a newer relay has written it: an
 * older one would not know what to keep.
 */
export async function migrate(database: Database, migrations = released): Promise<void> {
  // A Worker comes to this before each first answer: where nothing is behind, it only reads.
  let version = await versionOf(database).catch(() => begin(database));
  while (version !== migrations.length) {
    const statements = migrations[version];
    if (!statements) throw new AppError('not-configured', words.databaseTooNew);
    const failure = await step(database, version + 1, statements);
    const reached = await versionOf(database);
    if (failure !== null && reached === version) throw failure;
    version = reached;
  }
}

/** The table of versions in a database that has none; answers the version it is at. */
async function begin(database: Database): Promise<number> {
  await database.write(
    { sql: 'CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL) STRICT' },
    { sql: 'CREATE UNIQUE INDEX IF NOT EXISTS schema_versions ON schema_version (version)' },
  );
  return versionOf(database);
}

async function versionOf(database: Database): Promise<number> {
  const sql = 'SELECT max(version) AS version FROM schema_version';
  const [row] = await database.rows<{ version: number | null }>({ sql });
  return row?.version ?? 0;
}

/** Answers why it failed, or `null`. The version comes first: it is there once only. */
function step(database: Database, version: number, statements: readonly string[]): Promise<unknown> {
  const claim = { sql: 'INSERT INTO schema_version (version) VALUES (?)', values: [version] };
  return database.write(claim, ...statements.map((sql) => ({ sql }))).then(
    () => null,
    (error: unknown) => error,
  );
}
