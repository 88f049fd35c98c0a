import type { Api } from '#shared/engines/comfyui/http.ts';
import { lookAt } from '#shared/engines/comfyui/look.ts';
import { promptIdFor } from '#shared/engines/comfyui/prompt-id.ts';
import { toMs } from '#shared/engines/comfyui/run.ts';
import { jobListSchema, jobSchema } from '#shared/engines/comfyui/wire.ts';
import type { Reconciliation, RunIntent } from '#shared/engines/engine.ts';
import { searchSinceMs } from '#shared/engines/http/sent-since.ts';

/** Field of `extra_data` in which the nonce travels to servers that choose the run's id themselves. */
export const nonceField = 'restyle_nonce';

const listLimit = 60;

export type ReconcileOptions = {
  /** Whether the server keeps to the id we choose: ComfyUI does, Comfy Cloud does not promise to. */
  keepsOurId: boolean;
  nowMs: number;
  signal?: AbortSignal | undefined;
};

/**
 * Looks for the run of a request whose answer was lost: by the id we chose for it, then, on a hosted
 * server, among the newest jobs by the nonce. `absent` of a local server may mean that it was
 * restarted and has forgotten the run, which then does not run either.
 */
export async function reconcileRun(
  api: Api,
  intent: RunIntent,
  options: ReconcileOptions,
): Promise<Reconciliation> {
  const { keepsOurId, signal } = options;
  const runId = await promptIdFor(intent.nonce);
  if (await lookAt(api, runId, signal)) return { state: 'found', runId };
  return keepsOurId ? { state: 'absent' } : findByNonce(api, intent, options);
}

async function findByNonce(
  api: Api,
  intent: RunIntent,
  { nowMs, signal }: ReconcileOptions,
): Promise<Reconciliation> {
  const path = `/jobs?limit=${listLimit}&sort_by=create_time&sort_order=desc`;
  const { data, serverNowMs } = await api.json(path, jobListSchema, { signal });
  const sinceMs = searchSinceMs(intent, { nowMs, serverNowMs });
  // A job without a readable time is looked at rather than passed over.
  const recent = data.jobs.filter((job) => (toMs(job.create_time ?? null) ?? sinceMs) >= sinceMs);
  for (const { id } of recent) {
    const job = await api.find(`/jobs/${encodeURIComponent(id)}`, jobSchema, signal);
    if (job?.workflow?.extra_data?.[nonceField] === intent.nonce) return { state: 'found', runId: id };
  }
  const reachesBack = data.jobs.length < listLimit || recent.length < data.jobs.length;
  return { state: reachesBack ? 'absent' : 'unclear' };
}
