import { closeSync, openSync } from 'node:fs';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { AppError } from '#shared/errors/app-error.ts';
import type { Database, Statement } from '../store/database.ts';
import { words } from '../words.ts';

export type SqliteDatabase = Database & { close(): void };

/** How long a command line waits for the relay that writes to the same file, and the other way. */
const busyMs = 5_000;

/**
 * A database of one file that only its owner reads; `:memory:` for one that nobody keeps. Raises
 * `not-configured` on a Node that has no SQLite.
 */
export function openSqlite(path: string): SqliteDatabase {
  // Not imported by name: an older Node would end before it could say what it lacks.
  const sqlite = process.getBuiltinModule('node:sqlite');
  if (!sqlite) throw new AppError('not-configured', words.nodeTooOld);
  // SQLite gives what it puts beside the file the rights of the file.
  if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600));
  const database = new sqlite.DatabaseSync(path, { timeout: busyMs });
  // What is written survives the end of this process, however it comes. Waiting for the disk as well (FULL) would
  // save the last seconds before a power cut, and hold everybody up for 3 ms at each write.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  const change = ({ sql, values = [] }: Statement) => Number(prepare(sql).run(...values).changes);
  return {
    rows: async <Row>({ sql, values = [] }: Statement) => prepare(sql).all(...values) as Row[],
    write: async (...statements) => inTransaction(database, () => statements.map(change)),
    close: () => database.close(),
  };
}

function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
