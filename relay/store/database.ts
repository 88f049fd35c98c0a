export type SqlValue = string | number | null;
export type Statement = { sql: string; values?: readonly SqlValue[] };

/**
 * As much of SQLite as the relay needs, in the shape that both `node:sqlite` and Cloudflare's D1 can give:
 * no open transactions, only groups of statements that happen together.
 */
export type Database = {
  /** Rows of one query. `Row` is what its columns are by the schema, which is strict. */
  rows<Row>(statement: Statement): Promise<readonly Row[]>;
  /** All of the statements or none; answers how many rows each of them changed. */
  write(...statements: readonly Statement[]): Promise<readonly number[]>;
};
