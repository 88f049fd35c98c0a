import { describeDeployment } from '#shared/engines/comfydeploy/describe.ts';
import { readFailureReason } from '#shared/engines/comfydeploy/failure-reason.ts';
import { listenForEnds } from '#shared/engines/comfydeploy/hints.ts';
import { findRunsOf, nonceInput, reconcileRun } from '#shared/engines/comfydeploy/reconcile.ts';
import { toEngineRun } from '#shared/engines/comfydeploy/run.ts';
import { findDefaultPictures, findSubstitutions } from '#shared/engines/comfydeploy/substitution.ts';
import { uploadPicture } from '#shared/engines/comfydeploy/upload.ts';
import * as wire from '#shared/engines/comfydeploy/wire.ts';
import type { Engine, RunRequest } from '#shared/engines/engine.ts';
import { takeHealth } from '#shared/engines/health.ts';
import { createApi } from '#shared/engines/http/api.ts';
import type { Politeness } from '#shared/engines/http/politeness.ts';
import { withPreset } from '#shared/engines/http/relay-preset.ts';
import { AppError, isAppError } from '#shared/errors/app-error.ts';
import type { Clock, HttpFetch } from '#shared/ports.ts';

export type ComfyDeployOptions = {
  /** As `normaliseBaseUrl` gives it: hosted, self-hosted, or a relay's `/api`. */
  baseUrl: string;
  apiKey: string;
  deploymentId: string;
  fetch: HttpFetch;
  clock: Clock;
  politeness?: Politeness;
  /** Output to take; `null` takes the first picture. */
  outputId?: string | null;
  /** Where to fetch a result from instead of its own address (a relay passes pictures on). */
  pictureUrl?: (url: string) => string;
  /** That the server is a relay, which takes down by what preset a run is made. */
  tellsPreset?: boolean;
};

/**
 * ComfyDeploy v2 behind the engine port (its backend's routes: comfy-deploy/api, src/api/routes).
 * Reads may be repeated freely; `start` is sent once and never retried here.
 */
export function createComfyDeployEngine(options: ComfyDeployOptions): Engine {
  const { deploymentId, clock, outputId = 'output_image', pictureUrl = (url) => url } = options;
  const api = createApi(options);
  const isDirect = options.pictureUrl === undefined;

  async function readDeployment(limits: { signal: AbortSignal | undefined; timeoutMs?: number }) {
    const call = { ...limits, notFound: 'deployment-not-found' } as const;
    try {
      return (await api.json(`/deployment/${deploymentId}`, wire.deploymentSchema, call)).data;
    } catch (error) {
      throw isHiddenNotFound(error) ? new AppError('deployment-not-found', deploymentId) : error;
    }
  }

  return {
    id: 'comfydeploy',
    startsWaiting: true,

    async describe(signal) {
      return describeDeployment(await readDeployment({ signal }));
    },

    upload: (picture, signal, onSent) => uploadPicture(api, picture, isDirect, { signal, onSent }),

    async start(request, signal) {
      const body = queueBody(deploymentId, request);
      const path = withPreset('/run/deployment/queue', options.tellsPreset ? request.preset : undefined);
      const call = { method: 'POST', body, signal, notFound: 'deployment-not-found' } as const;
      return (await api.json(path, wire.queueAnswerSchema, call)).data.run_id;
    },

    async get(runId, signal) {
      const call = { signal, notFound: 'run-not-found' } as const;
      const answer = await api.json(`/run/${runId}?queue_position=true`, wire.runSchema, call);
      return toEngineRun(answer.data, outputId, answer.serverNowMs);
    },

    async cancel(runId, signal) {
      await api.json(`/run/${runId}/cancel`, wire.cancelAnswerSchema, { method: 'POST', signal });
    },

    fetchOutput: ({ url }, signal) => api.bytes(pictureUrl(url), signal),

    reconcile: (intent, signal) => reconcileRun({ api, deploymentId, nowMs: clock.nowMs(), signal }, intent),

    runsOf: (intent, signal) => findRunsOf({ api, deploymentId, nowMs: clock.nowMs(), signal }, intent),

    serverAheadMs: api.serverAheadMs,

    failureReason: (runId, signal) => readFailureReason(api, runId, { clock, signal }),

    substituted(sent, run, inputs) {
      const otherwise = (findSubstitutions(sent, run.inputs) ?? []).map(({ inputId }) => inputId);
      return [...new Set([...otherwise, ...findDefaultPictures(sent, run, inputs)])];
    },

    async prices(signal) {
      return (await api.json('/platform/gpu-pricing', wire.pricesSchema, { signal })).data;
    },

    // A relay does not pass the stream on: it tells of everybody's runs.
    ...(isDirect ? { hints: (runId, onHint, signal) => listenForEnds(api, runId, onHint, signal) } : {}),

    /** The deployment itself: shows at once whether the key is taken. How many runs wait is not said. */
    health: (signal) =>
      takeHealth((limits) => readDeployment(limits).then(() => ({ waiting: null })), { clock, signal }),
  };
}

/** What is not chosen is left out: the server then takes the deployment's own. */
function queueBody(deploymentId: string, { inputs, nonce, gpu, webhook }: RunRequest) {
  return {
    deployment_id: deploymentId,
    inputs: { ...inputs, [nonceInput]: nonce },
    ...(gpu === undefined ? {} : { gpu }),
    ...(webhook ? { webhook: webhook.url, webhook_intermediate_status: webhook.everyStep } : {}),
  };
}

/** An unknown deployment comes back as a JSON 500: the route swallows its own 404. */
function isHiddenNotFound(error: unknown): boolean {
  return isAppError(error) && error.data.status === 500 && /internal server error/i.test(error.data.detail);
}
