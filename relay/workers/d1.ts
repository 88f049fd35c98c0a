import type { Database, SqlValue, Statement } from '../store/database.ts';

/** As much of Cloudflare's D1 as the relay uses: https://developers.cloudflare.com/d1/worker-api/ */
export type D1 = {
  prepare(sql: string): D1Statement;
  /** All of them or none: https://developers.cloudflare.com/d1/worker-api/d1-database/#batch */
  batch(statements: D1Statement[]): Promise<D1Result<unknown>[]>;
};

export type D1Statement = {
  bind(...values: SqlValue[]): D1Statement;
  all<Row>(): Promise<D1Result<Row>>;
};

type D1Result<Row> = { results: Row[]; meta: { changes: number } };

/** The relay's database in D1, which is SQLite as well and checks foreign keys by itself. */
export function databaseOver(d1: D1): Database {
  const prepare = ({ sql, values = [] }: Statement) => d1.prepare(sql).bind(...values);
  return {
    rows: async <Row>(statement: Statement) => (await prepare(statement).all<Row>()).results,
    async write(...statements) {
      const results = await d1.batch(statements.map(prepare));
      return results.map(({ meta }) => meta.changes);
    },
  };
}
