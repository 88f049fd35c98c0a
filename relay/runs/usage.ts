import type { Database } from '../store/database.ts';

/** What one member has used; removed members too, for their runs are still on the bill. */
export type MemberUsage = {
  memberId: string;
  name: string;
  isRemoved: boolean;
  /** That came to be, whatever became of them. */
  runs: number;
  succeeded: number;
  seconds: number;
  costUsd: number;
};

/** Per member, the dearest first. Runs that ComfyDeploy refused or that never began are not counted. */
export function readUsage(database: Database, sinceMs: number): Promise<readonly MemberUsage[]> {
  return database
    .rows<Omit<MemberUsage, 'isRemoved'> & { isRemoved: number }>({
      sql: `SELECT members.id AS memberId, members.name, members.removed_at_ms IS NOT NULL AS isRemoved,
          count(*) AS runs, sum(state = 'success') AS succeeded,
          total(seconds) AS seconds, total(cost_usd) AS costUsd
        FROM runs JOIN members ON members.id = runs.member_id
        WHERE asked_at_ms >= ? AND state NOT IN ('refused', 'absent')
        GROUP BY members.id ORDER BY costUsd DESC, runs DESC`,
      values: [sinceMs],
    })
    .then((rows) => rows.map((row) => ({ ...row, isRemoved: row.isRemoved === 1 })));
}
