import { type Api, isNotFound } from '#shared/engines/comfyui/http.ts';
import { lookAt } from '#shared/engines/comfyui/look.ts';
import { jobListSchema, queueSchema } from '#shared/engines/comfyui/wire.ts';
import { AppError } from '#shared/errors/app-error.ts';

/**
 * Asks for a run to be stopped: in one call where the server has it, else by taking it off the queue
 * and interrupting it. Raises `forbidden` where interrupting would stop other people's runs as well.
 */
export async function cancelRun(api: Api, runId: string, signal?: AbortSignal): Promise<void> {
  try {
    await api.post(`/jobs/${encodeURIComponent(runId)}/cancel`, {}, signal);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    await dropOrInterrupt(api, runId, signal);
  }
}

/** Off the queue first: a run that begins in between is then seen running. */
async function dropOrInterrupt(api: Api, runId: string, signal?: AbortSignal): Promise<void> {
  await api.post('/queue', { delete: [runId] }, signal);
  const seen = await lookAt(api, runId, signal);
  if (seen?.job.status !== 'in_progress') return;
  // Old servers and Comfy Cloud do not read `prompt_id` and interrupt whatever runs.
  const running = await runningIds(api, signal);
  if (running.some((id) => id !== runId)) {
    throw new AppError('forbidden', 'The server can only stop all runs at once, and others are running');
  }
  await api.post('/interrupt', { prompt_id: runId }, signal);
}

async function runningIds(api: Api, signal?: AbortSignal): Promise<string[]> {
  const list = await api.find('/jobs?status=in_progress', jobListSchema, signal);
  if (list) return list.jobs.map(({ id }) => id);
  const queue = await api.find('/queue', queueSchema, signal);
  return queue?.queue_running.map(([, id]) => id) ?? [];
}
