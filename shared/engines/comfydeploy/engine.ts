import { describeDeployment } from '#shared/engines/comfydeploy/describe.ts';
import { readFailureReason } from '#shared/engines/comfydeploy/failure-reason.ts';
import { listenForEnds } from '#shared/engines/comfydeploy/hints.ts';
import { readDeployment } from '#shared/engines/comfydeploy/read-deployment.ts';
import { findRunsOf, reconcileRun } from '#shared/engines/comfydeploy/reconcile.ts';
import { toEngineRun } from '#shared/engines/comfydeploy/run.ts';
import { startRun } from '#shared/engines/comfydeploy/start.ts';
import { findSubstituted } from '#shared/engines/comfydeploy/substitution.ts';
import { uploadPicture } from '#shared/engines/comfydeploy/upload.ts';
import * as wire from '#shared/engines/comfydeploy/wire.ts';
import type { Engine } from '#shared/engines/engine.ts';
import { takeHealth } from '#shared/engines/health.ts';
import { createApi } from '#shared/engines/http/api.ts';
import type { Politeness } from '#shared/engines/http/politeness.ts';
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
  const { deploymentId, clock, tellsPreset = false } = options;
  const { outputId = 'output_image', pictureUrl = (url) => url } = options;
  const api = createApi(options);
  const isDirect = options.pictureUrl === undefined;

  return {
    id: 'comfydeploy',
    startsWaiting: true,

    async describe(signal) {
      return describeDeployment(await readDeployment(api, deploymentId, { signal }));
    },

    upload: (picture, signal, onSent) => uploadPicture(api, picture, isDirect, { signal, onSent }),

    start: (request, signal) => startRun(request, { api, deploymentId, tellsPreset, signal }),

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

    substituted: findSubstituted,

    async prices(signal) {
      return (await api.json('/platform/gpu-pricing', wire.pricesSchema, { signal })).data;
    },

    // A relay does not pass the stream on: it tells of everybody's runs.
    ...(isDirect ? { hints: (runId, onHint, signal) => listenForEnds(api, runId, onHint, signal) } : {}),

    /** The deployment itself: shows at once whether the key is taken. How many runs wait is not said. */
    health: (signal) =>
      takeHealth(
        async (limits) => {
          await readDeployment(api, deploymentId, limits);
          return { waiting: null };
        },
        { clock, signal },
      ),
  };
}
