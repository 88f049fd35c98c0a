import { systemIds } from '#shared/platform.ts';
import type { Database, SqlValue } from '../store/database.ts';
import { paidCallMs } from '../upstream/paid-call.ts';
import { createRunReader } from './run-reader.ts';
import type { NewRun, RecordState, RunEnd } from './run-record.ts';

/** Every run that members ask for. Written before the call that costs money, so that no crash loses one. */
export type RunBook = ReturnType<typeof createRunBook>;

/** Whoever asked for the run looks at it first. */
const firstLookMs = 30_000;

/** How many runs a member may have asked for since a moment. */
type RunCap = { runs: number; sinceMs: number };

export function createRunBook(database: Database, nowMs: () => number) {
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

    ...createRunReader(database, nowMs),
  };
}
