import { runListSchema, runSchema, type WireRun } from '#shared/engines/comfydeploy/wire.ts';
import type { Reconciliation, RunIntent } from '#shared/engines/engine.ts';
import type { Api } from '#shared/engines/http/api.ts';
import { toErrorData } from '#shared/errors/app-error.ts';

/** The input name under which a job's nonce travels: stored with the run, ignored by the graph. */
export const nonceInput = 'restyle_nonce';

const listLimit = 60;
const clockSlackMs = 60_000;

/**
 * Looks for the run of a paid request whose answer was lost: lists the deployment's newest runs and
 * compares the nonce among each one's recorded inputs (lists leave inputs out).
 * `absent` is said only when the list reaches back before the request.
 */
export async function reconcileRun(
  api: Api,
  deploymentId: string,
  intent: RunIntent,
  { nowMs, signal }: { nowMs: number; signal?: AbortSignal | undefined },
): Promise<Reconciliation> {
  const path = `/deployment/${deploymentId}/runs?limit=${listLimit}&offset=0`;
  const { data, serverNowMs } = await api.json(path, runListSchema, { signal });
  const sinceMs = intent.sentAtMs + (serverNowMs === null ? 0 : serverNowMs - nowMs) - clockSlackMs;
  const runs = data.data;
  const recent = runs.filter((run) => createdAtMs(run) >= sinceMs);
  for (const { id } of recent) {
    const run = await readRun(api, id, signal);
    if (run?.workflow_inputs?.[nonceInput] === intent.nonce) return { state: 'found', runId: id };
  }
  const reachesBack = runs.length < listLimit || recent.length < runs.length;
  return { state: reachesBack ? 'absent' : 'unclear' };
}

/** `null` for a run that has vanished since it was listed: it says nothing about ours. */
async function readRun(api: Api, id: string, signal: AbortSignal | undefined): Promise<WireRun | null> {
  try {
    return (await api.json(`/run/${id}`, runSchema, { signal, notFound: 'run-not-found' })).data;
  } catch (error) {
    if (toErrorData(error).code === 'run-not-found') return null;
    throw error;
  }
}

/** A run without a readable time is looked at rather than passed over. */
function createdAtMs(run: { created_at?: string | null | undefined }): number {
  const parsed = Date.parse(run.created_at ?? '');
  return Number.isNaN(parsed) ? Number.POSITIVE_INFINITY : parsed;
}
