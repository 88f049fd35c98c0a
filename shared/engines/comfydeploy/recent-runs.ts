import { runListSchema } from '#shared/engines/comfydeploy/wire.ts';
import type { RunIntent } from '#shared/engines/engine.ts';
import type { Api } from '#shared/engines/http/api.ts';
import { searchSinceMs, serverSentAtMs } from '#shared/engines/http/sent-since.ts';

const pageSize = 60;
/** A team that makes more runs in the minutes after a lost answer is asked instead. */
const maxPages = 5;

type RecentRun = { id: string; createdAtMs: number };

export type RecentRuns = {
  /** The likeliest first: those made nearest to the request. */
  runs: readonly RecentRun[];
  /** Whether the list reaches back before the request, so that a run not in it does not exist. */
  reachesBack: boolean;
};

/** Lists a deployment's runs since a request was made, page by page, the newest page first. */
export async function listRunsSince(
  api: Api,
  deploymentId: string,
  intent: RunIntent,
  { nowMs, signal }: { nowMs: number; signal?: AbortSignal | undefined },
): Promise<RecentRuns> {
  const found = new Map<string, RecentRun>();
  let sentAtMs = intent.sentAtMs;
  let reachesBack = false;
  for (let page = 0; page < maxPages && !reachesBack; page += 1) {
    const path = `/deployment/${deploymentId}/runs?limit=${pageSize}&offset=${page * pageSize}`;
    const { data, serverNowMs } = await api.json(path, runListSchema, { signal });
    const sinceMs = searchSinceMs(intent, { nowMs, serverNowMs });
    sentAtMs = serverSentAtMs(intent, { nowMs, serverNowMs });
    const recent = data.data.map(timed).filter(({ createdAtMs }) => createdAtMs >= sinceMs);
    for (const run of recent) found.set(run.id, run);
    reachesBack = data.data.length < pageSize || recent.length < data.data.length;
  }
  const awayMs = ({ createdAtMs }: RecentRun) => Math.abs(createdAtMs - sentAtMs);
  return { runs: [...found.values()].sort((a, b) => awayMs(a) - awayMs(b)), reachesBack };
}

/** A run without a readable time is looked at rather than passed over. */
function timed({ id, created_at }: { id: string; created_at?: string | null | undefined }): RecentRun {
  const createdAtMs = Date.parse(created_at ?? '');
  return { id, createdAtMs: Number.isNaN(createdAtMs) ? Number.MAX_SAFE_INTEGER : createdAtMs };
}
