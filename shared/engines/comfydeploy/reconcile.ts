import { listRunsSince } from '#shared/engines/comfydeploy/recent-runs.ts';
import { runSchema } from '#shared/engines/comfydeploy/wire.ts';
import type { Reconciliation, RunIntent } from '#shared/engines/engine.ts';
import type { Api } from '#shared/engines/http/api.ts';
import { toErrorData } from '#shared/errors/app-error.ts';

/** The input name under which a job's nonce travels: stored with the run, ignored by the graph. */
export const nonceInput = 'restyle_nonce';

export type Search = {
  api: Api;
  deploymentId: string;
  nowMs: number;
  signal: AbortSignal | undefined;
};

/**
 * Looks for the run of a paid request whose answer was lost: lists the deployment's newest runs and
 * compares the nonce among each one's recorded inputs (lists leave inputs out).
 * `absent` is said only when the list reaches back before the request.
 */
export async function reconcileRun(search: Search, intent: RunIntent): Promise<Reconciliation> {
  const { runs, reachesBack } = await listRunsSince(search.api, search.deploymentId, intent, search);
  for (const { id } of runs) {
    if ((await readNonce(search, id)) === intent.nonce) return { state: 'found', runId: id };
  }
  return { state: reachesBack ? 'absent' : 'unclear' };
}

/** Every run of an intent, the oldest first: more than one was made by mistake. */
export async function findRunsOf(search: Search, intent: RunIntent): Promise<readonly string[]> {
  const { runs } = await listRunsSince(search.api, search.deploymentId, intent, search);
  // Of two with one time the list has the newer first.
  const oldestFirst = [...runs].reverse().sort((a, b) => a.createdAtMs - b.createdAtMs);
  const ours: string[] = [];
  for (const { id } of oldestFirst) if ((await readNonce(search, id)) === intent.nonce) ours.push(id);
  return ours;
}

/** `null` for a run without one, and for one that has vanished since it was listed: it says nothing about ours. */
async function readNonce({ api, signal }: Search, id: string): Promise<unknown> {
  try {
    const call = { signal, notFound: 'run-not-found' } as const;
    return (await api.json(`/run/${id}`, runSchema, call)).data.workflow_inputs?.[nonceInput] ?? null;
  } catch (error) {
    if (toErrorData(error).code === 'run-not-found') return null;
    throw error;
  }
}
