import { describeDeployment } from '#shared/engines/comfydeploy/describe.ts';
import { readFailureReason } from '#shared/engines/comfydeploy/failure-reason.ts';
import { findRunsOf, nonceInput, reconcileRun } from '#shared/engines/comfydeploy/reconcile.ts';
import { toEngineRun } from '#shared/engines/comfydeploy/run.ts';
import { findSubstitutions } from '#shared/engines/comfydeploy/substitution.ts';
import { uploadPicture } from '#shared/engines/comfydeploy/upload.ts';
import * as wire from '#shared/engines/comfydeploy/wire.ts';
import type { Engine } from '#shared/engines/engine.ts';
import { createApi } from '#shared/engines/http/api.ts';
import { AppError, isAppError } from '#shared/errors/app-error.ts';
import type { Clock, HttpFetch } from '#shared/ports.ts';

export type ComfyDeployOptions = {
  /** As `normaliseBaseUrl` gives it: hosted, self-hosted, or a relay's `/api`. */
  baseUrl: string;
  apiKey: string;
  deploymentId: string;
  fetch: HttpFetch;
  clock: Clock;
  /** Output to take; `null` takes the first picture. */
  outputId?: string | null;
  /** Where to fetch a result from instead of its own address (a relay passes pictures on). */
  pictureUrl?: (url: string) => string;
  /** Pictures below this many bytes are sent inside the run request; default never. */
  inlineBelowBytes?: number;
};

/**
 * ComfyDeploy v2 behind the engine port (its backend's routes: comfy-deploy/api, src/api/routes).
 * Reads may be repeated freely; `start` is sent once and never retried here.
 */
export function createComfyDeployEngine(options: ComfyDeployOptions): Engine {
  const { deploymentId, clock, outputId = 'output_image', pictureUrl = (url) => url } = options;
  const api = createApi(options);
  const routes = {
    inlineBelowBytes: options.inlineBelowBytes ?? 0,
    direct: options.pictureUrl === undefined,
  };

  return {
    id: 'comfydeploy',

    async describe(signal) {
      const call = { signal, notFound: 'deployment-not-found' } as const;
      try {
        const answer = await api.json(`/deployment/${deploymentId}`, wire.deploymentSchema, call);
        return describeDeployment(answer.data);
      } catch (error) {
        throw isHiddenNotFound(error) ? new AppError('deployment-not-found', deploymentId) : error;
      }
    },

    upload: (picture, signal) => uploadPicture(api, picture, routes, signal),

    async start({ inputs, nonce }, signal) {
      const body = { deployment_id: deploymentId, inputs: { ...inputs, [nonceInput]: nonce } };
      const call = { method: 'POST', body, signal, notFound: 'deployment-not-found' } as const;
      return (await api.json('/run/deployment/queue', wire.queueAnswerSchema, call)).data.run_id;
    },

    async get(runId, signal) {
      const call = { signal, notFound: 'run-not-found' } as const;
      const answer = await api.json(`/run/${runId}?queue_position=true`, wire.runSchema, call);
      return toEngineRun(answer.data, outputId);
    },

    async cancel(runId, signal) {
      await api.json(`/run/${runId}/cancel`, wire.cancelAnswerSchema, { method: 'POST', signal });
    },

    fetchOutput: ({ url }, signal) => api.bytes(pictureUrl(url), signal),

    reconcile: (intent, signal) => reconcileRun({ api, deploymentId, nowMs: clock.nowMs(), signal }, intent),

    runsOf: (intent, signal) => findRunsOf({ api, deploymentId, nowMs: clock.nowMs(), signal }, intent),

    serverAheadMs: api.serverAheadMs,

    failureReason: (runId, signal) => readFailureReason(api, runId, { clock, signal }),

    substituted: (sent, run) => (findSubstitutions(sent, run.inputs) ?? []).map(({ inputId }) => inputId),

    async prices(signal) {
      return (await api.json('/platform/gpu-pricing', wire.pricesSchema, { signal })).data;
    },
  };
}

/** An unknown deployment comes back as a JSON 500: the route swallows its own 404. */
function isHiddenNotFound(error: unknown): boolean {
  return isAppError(error) && error.data.status === 500 && /internal server error/i.test(error.data.detail);
}
