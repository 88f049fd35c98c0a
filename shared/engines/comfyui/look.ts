import type { Api } from '#shared/engines/comfyui/http.ts';
import * as wire from '#shared/engines/comfyui/wire.ts';

/** What a server knows of one run. */
export type Sighting = { job: wire.WireJob; queuePosition: number | null };

/**
 * One look at a run: through `/jobs` where the server has it (v0.6.0 and later, Comfy Cloud), else
 * through queue and history. `null` when it is nowhere: never queued, taken off the queue, or forgotten.
 */
export async function lookAt(api: Api, runId: string, signal?: AbortSignal): Promise<Sighting | null> {
  const job = await api.find(`/jobs/${encodeURIComponent(runId)}`, wire.jobSchema, signal);
  if (!job) return lookInQueue(api, runId, signal);
  return { job, queuePosition: job.status === 'pending' ? await positionOf(api, job, signal) : null };
}

async function positionOf(api: Api, job: wire.WireJob, signal?: AbortSignal): Promise<number | null> {
  const list = await api.find('/jobs?status=pending,in_progress&limit=200', wire.jobListSchema, signal);
  const ours = job.priority;
  if (!list || typeof ours !== 'number') return null;
  return list.jobs.filter(({ status, priority }) => status === 'in_progress' || (priority ?? ours) < ours)
    .length;
}

/** The queue before the history: a run on its way from one to the other is then seen in one of them. */
async function lookInQueue(api: Api, runId: string, signal?: AbortSignal): Promise<Sighting | null> {
  const queue = await api.find('/queue', wire.queueSchema, signal);
  const queued = queue && sightInQueue(queue, runId);
  if (queued) return queued;
  const history = await api.find(`/history/${encodeURIComponent(runId)}`, wire.historySchema, signal);
  const entry = history?.[runId];
  return entry ? { job: jobFromHistory(runId, entry), queuePosition: null } : null;
}

function sightInQueue({ queue_running, queue_pending }: wire.WireQueue, runId: string): Sighting | null {
  if (queue_running.some(([, id]) => id === runId)) {
    return { job: { id: runId, status: 'in_progress' }, queuePosition: null };
  }
  const ours = queue_pending.find(([, id]) => id === runId)?.[0];
  if (ours === undefined) return null;
  // Pending items are a heap, not a list: only their numbers tell the order.
  const before = queue_pending.filter(([order]) => order < ours).length;
  return { job: { id: runId, status: 'pending' }, queuePosition: queue_running.length + before };
}

function jobFromHistory(id: string, { prompt, outputs, status }: wire.WireHistoryEntry): wire.WireJob {
  const [, , graph, extraData] = prompt as Record<string, unknown>[];
  const createTime = extraData?.create_time;
  return {
    id,
    status: status?.status_str === 'error' ? 'failed' : 'completed',
    create_time: typeof createTime === 'number' ? createTime : null,
    outputs,
    execution_status: status,
    workflow: { prompt: graph, extra_data: extraData },
  };
}
