import type { Database, SqlValue } from '../store/database.ts';
import type { RunRecord } from './run-record.ts';

const columns = `id, member_id AS memberId, deployment_id AS deploymentId, preset, nonce,
  asked_at_ms AS askedAtMs, state, run_id AS runId, gpu, seconds, cost_usd AS costUsd`;

const newestFirst = 'asked_at_ms < ? ORDER BY asked_at_ms DESC, id LIMIT ?';

/** What is asked of the book of runs. */
export function createRunReader(database: Database, nowMs: () => number) {
  const where = (condition: string, ...values: SqlValue[]) =>
    database.rows<RunRecord>({ sql: `SELECT ${columns} FROM runs WHERE ${condition}`, values });

  return {
    /** Records whose end is to be looked for now, the longest due first. */
    due: (limit: number) => where('look_at_ms <= ? ORDER BY look_at_ms LIMIT ?', nowMs(), limit),

    byId: async (id: string) => (await where('id = ?', id))[0] ?? null,
    byRunId: async (runId: string) => (await where('run_id = ?', runId))[0] ?? null,

    /** The newest first; so are those below. */
    before: (beforeMs: number, limit: number) => where(newestFirst, beforeMs, limit),
    ofMember: (memberId: string, beforeMs: number, limit: number) =>
      where(`member_id = ? AND ${newestFirst}`, memberId, beforeMs, limit),
    predictionsOf: (memberId: string, beforeMs: number, limit: number) =>
      where(`member_id = ? AND is_prediction = 1 AND ${newestFirst}`, memberId, beforeMs, limit),

    async countSince(memberId: string, sinceMs: number): Promise<number> {
      const sql = 'SELECT count(*) AS runs FROM runs WHERE member_id = ? AND asked_at_ms > ?';
      const [row] = await database.rows<{ runs: number }>({ sql, values: [memberId, sinceMs] });
      return row?.runs ?? 0;
    },
  };
}
