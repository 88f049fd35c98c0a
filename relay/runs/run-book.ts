import { systemIds } from '#shared/platform.ts';
import type { Database, SqlValue } from '../store/database.ts';
import { paidCallMs } from '../upstream/paid-call.ts';
import type { NewRun, RecordState, RunEnd, RunRecord } from './run-record.ts';

/** Every run that members ask for. Written before the call that costs money, so that no crash loses one. */
export type RunBook = ReturnType<typeof createRunBook>;

const columns = `id, member_id AS memberId, deployment_id AS deploymentId, preset, nonce,
  asked_at_ms AS askedAtMs, state, run_id AS runId, gpu, seconds, cost_usd AS costUsd`;

/** Whoever asked for the run looks at it first. */
const firstLookMs = 30_000;

/** How many runs a member may have asked for since a moment. */
type RunCap = { runs: number; sinceMs: number };

export function createRunBook(database: Database, nowMs: () => number) {
  const select = (rest: string, ...values: SqlValue[]) =>
    database.rows<RunRecord>({ sql: `SELECT ${columns} FROM runs ${rest}`, values });
  const set = (sql: string, ...values: SqlValue[]) => database.write({ sql, values });

  return {
    /**
     * Writes down that a run is about to be asked for; answers the record's id, or `null` where that would be more
     * than `cap.runs` of the member since then. Counted in the statement that writes: others ask at the same time.
     */
    async ask(run: NewRun, cap: RunCap): Promise<string | null> {
      const { memberId, deviceId, deploymentId, preset, nonce, isPrediction } = run;
      const id = systemIds.uuid();
      const [added] = await set(
        `INSERT INTO runs (id, member_id, device_id, deployment_id, preset, nonce, is_prediction,
          asked_at_ms, state, look_at_ms) SELECT ?, ?, ?, ?, ?, ?, ?, ?, 'asked', ?
          WHERE (SELECT count(*) FROM runs WHERE member_id = ? AND asked_at_ms > ?) < ?`,
        ...[id, memberId, deviceId, deploymentId, preset, nonce, Number(isPrediction)],
        ...[nowMs(), nowMs() + paidCallMs + firstLookMs],
        ...[memberId, cap.sinceMs, cap.runs],
      );
      return added === 1 ? id : null;
    },

    /** ComfyDeploy has told its id. One that another record has already stays with that one. */
    async started(id: string, runId: string): Promise<void> {
      const sql = `UPDATE OR IGNORE runs SET state = 'started', run_id = ?, look_at_ms = ?
        WHERE id = ? AND run_id IS NULL`;
      await set(sql, runId, nowMs() + firstLookMs, id);
    },

    /** It never came to a run, or nobody can tell. */
    async close(id: string, state: RecordState): Promise<void> {
      await set('UPDATE runs SET state = ?, look_at_ms = NULL WHERE id = ? AND run_id IS NULL', state, id);
    },

    async end(id: string, { state, gpu, seconds, costUsd }: RunEnd): Promise<void> {
      const sql =
        'UPDATE runs SET state = ?, gpu = ?, seconds = ?, cost_usd = ?, look_at_ms = NULL WHERE id = ?';
      await set(sql, state, gpu, seconds, costUsd, id);
    },

    async lookAgain(id: string, atMs: number): Promise<void> {
      await set('UPDATE runs SET look_at_ms = ? WHERE id = ?', atMs, id);
    },

    /** Records whose end is to be looked for now, the longest due first. */
    due: (limit: number) => select('WHERE look_at_ms <= ? ORDER BY look_at_ms LIMIT ?', nowMs(), limit),

    byId: async (id: string) => (await select('WHERE id = ?', id))[0] ?? null,
    byRunId: async (runId: string) => (await select('WHERE run_id = ?', runId))[0] ?? null,

    /** The newest first. */
    before: (beforeMs: number, limit: number) =>
      select('WHERE asked_at_ms < ? ORDER BY asked_at_ms DESC, id LIMIT ?', beforeMs, limit),
    ofMember: (memberId: string, beforeMs: number, limit: number) =>
      select(
        'WHERE member_id = ? AND asked_at_ms < ? ORDER BY asked_at_ms DESC, id LIMIT ?',
        ...[memberId, beforeMs, limit],
      ),
    predictionsOf: (memberId: string, beforeMs: number, limit: number) =>
      select(
        'WHERE member_id = ? AND is_prediction = 1 AND asked_at_ms < ? ORDER BY asked_at_ms DESC, id LIMIT ?',
        ...[memberId, beforeMs, limit],
      ),

    async countSince(memberId: string, sinceMs: number): Promise<number> {
      const sql = 'SELECT count(*) AS runs FROM runs WHERE member_id = ? AND asked_at_ms > ?';
      const [row] = await database.rows<{ runs: number }>({ sql, values: [memberId, sinceMs] });
      return row?.runs ?? 0;
    },
  };
}
