import { cancelRun } from '#shared/engines/comfyui/cancel.ts';
import { describeWorkflow } from '#shared/engines/comfyui/describe.ts';
import { failureReasonOf } from '#shared/engines/comfyui/failure-reason.ts';
import { createApi } from '#shared/engines/comfyui/http.ts';
import { followRun } from '#shared/engines/comfyui/live/follow.ts';
import { lookAt } from '#shared/engines/comfyui/look.ts';
import { reconcileRun } from '#shared/engines/comfyui/reconcile.ts';
import { droppedRun, toEngineRun } from '#shared/engines/comfyui/run.ts';
import { startRun } from '#shared/engines/comfyui/start.ts';
import { uploadPicture } from '#shared/engines/comfyui/upload.ts';
import { countWaiting } from '#shared/engines/comfyui/waiting.ts';
import type { ComfyUiWorkflow } from '#shared/engines/comfyui/workflow.ts';
import type { Engine } from '#shared/engines/engine.ts';
import { takeHealth } from '#shared/engines/health.ts';
import type { Politeness } from '#shared/engines/http/politeness.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Clock, HttpFetch, OpenSocket } from '#shared/ports.ts';

export type ComfyUiOptions = {
  /** As `normaliseComfyUiUrl` gives it. */
  baseUrl: string;
  /** Of Comfy Cloud; `null` for a server of one's own. */
  apiKey: string | null;
  workflow: ComfyUiWorkflow;
  fetch: HttpFetch;
  clock: Clock;
  /** Left out where there is none: then runs are only looked at. */
  openSocket?: OpenSocket;
  politeness?: Politeness;
};

/**
 * ComfyUI's own API behind the engine port: a server of one's own, old or new, or Comfy Cloud
 * (docs.comfy.org/development/cloud). Reads may be repeated freely; `start` is sent once.
 */
export function createComfyUiEngine(options: ComfyUiOptions): Engine {
  const { apiKey, workflow, clock, openSocket } = options;
  const api = createApi(options);
  const isHosted = apiKey !== null;
  const cancelled = new Set<string>();

  /** Comfy Cloud sends elsewhere for a whole file, but answers itself when asked for its colours. */
  const urlOf = (media: Record<string, string>) =>
    api.urlOf(`/view?${new URLSearchParams({ ...media, ...(isHosted ? { channel: 'rgb' } : {}) })}`);

  return {
    id: 'comfyui',

    describe: (signal) => describeWorkflow(api, workflow, signal),

    upload: (picture, signal, onSent) => uploadPicture(api, picture, { signal, onSent }),

    start: (request, signal) => startRun(request, { api, workflow, signal }),

    async get(runId, signal) {
      const seen = await lookAt(api, runId, signal);
      if (seen) return toEngineRun(seen, { workflow, urlOf });
      if (cancelled.has(runId)) return droppedRun;
      throw new AppError('run-not-found', 'ComfyUI has it neither in its queue nor in its history', {
        runId,
      });
    },

    async cancel(runId, signal) {
      await cancelRun(api, runId, signal);
      cancelled.add(runId);
    },

    fetchOutput: ({ url }, signal) => api.bytes(url, signal),

    reconcile: (intent, signal) =>
      reconcileRun(api, intent, { keepsOurId: !isHosted, nowMs: clock.nowMs(), signal }),

    async failureReason(runId, signal) {
      const seen = await lookAt(api, runId, signal);
      return seen && failureReasonOf(seen.job);
    },

    ...(openSocket
      ? {
          follow: (runId, onNews, signal) =>
            followRun({ runId, api, graph: workflow.graph, isShared: isHosted, openSocket, onNews, signal }),
        }
      : {}),

    /** One's own graphics card costs nothing by the second; Comfy Cloud does not tell its prices here. */
    prices: async () => ({}),

    health: (signal) =>
      takeHealth(async (limits) => ({ waiting: await countWaiting(api, limits) }), { clock, signal }),
  };
}
