import type { Engine } from '#shared/engines/engine.ts';
import { takeHealth } from '#shared/engines/health.ts';
import { createApi } from '#shared/engines/http/api.ts';
import type { Politeness } from '#shared/engines/http/politeness.ts';
import { bytesOfDataUrl, isDataUrl } from '#shared/engines/predictions/data-url.ts';
import { reasonOf } from '#shared/engines/predictions/failure-reason.ts';
import type { PredictionsModel } from '#shared/engines/predictions/models.ts';
import { preferring } from '#shared/engines/predictions/prefer.ts';
import { reconcilePrediction } from '#shared/engines/predictions/reconcile.ts';
import { createRoutes } from '#shared/engines/predictions/routes.ts';
import { toEngineRun } from '#shared/engines/predictions/run.ts';
import { startRun } from '#shared/engines/predictions/start.ts';
import { uploadPicture } from '#shared/engines/predictions/upload.ts';
import { readVersion } from '#shared/engines/predictions/version.ts';
import * as wire from '#shared/engines/predictions/wire.ts';
import type { Clock, HttpFetch } from '#shared/ports.ts';

export type PredictionsOptions = {
  /** What `/v1/predictions` is appended to, e.g. `replicateBaseUrl`. */
  baseUrl: string;
  apiKey: string;
  model: PredictionsModel;
  fetch: HttpFetch;
  clock: Clock;
  politeness?: Politeness;
  /** Whole seconds, up to 25, that the server may keep `start` open for a quick picture. */
  waitSeconds?: number;
  /** That the server is a relay, which takes down by what preset a run is made. */
  tellsPreset?: boolean;
};

/**
 * Replicate, and every server that answers `POST /v1/predictions` as it does, behind the engine port
 * (https://replicate.com/docs/reference/http). Reads may be repeated freely; `start` is sent once and
 * never retried here. Nothing is kept in memory: a run's id is enough to find it after a restart.
 */
export function createPredictionsEngine(options: PredictionsOptions): Engine {
  const { apiKey, model, clock, waitSeconds = 0, tellsPreset = false } = options;
  const routes = createRoutes(options.baseUrl, model);
  const fetch = preferring(options.fetch, { startUrl: `${routes.origin}${routes.start}`, waitSeconds });
  const api = createApi({ ...options, baseUrl: routes.origin, apiKey, fetch });

  const read = async (runId: string, signal: AbortSignal | undefined) => {
    const call = { signal, notFound: 'run-not-found' } as const;
    return (await api.json(routes.ofRun(runId), wire.predictionSchema, call)).data;
  };

  return {
    id: 'predictions',

    async describe(signal) {
      const workflowVersion = await readVersion(api, { routes, model, signal });
      const { name, inputs } = model;
      return { name, workflowVersion, inputs, outputId: null, gpu: null };
    },

    upload: (picture, signal, onSent) => uploadPicture(picture, { api, routes, model }, { signal, onSent }),

    start: (request, signal) => startRun(request, { api, routes, model, tellsPreset, signal }),

    get: async (runId, signal) => toEngineRun(await read(runId, signal)),

    async cancel(runId, signal) {
      const path = routes.cancelOf(runId, await read(runId, signal));
      await api.json(path, wire.cancelAnswerSchema, { method: 'POST', signal, notFound: 'run-not-found' });
    },

    fetchOutput: async ({ url }, signal) => (isDataUrl(url) ? bytesOfDataUrl(url) : api.bytes(url, signal)),

    reconcile: (intent, signal) =>
      reconcilePrediction({ api, routes, model, nowMs: clock.nowMs(), signal }, intent),

    serverAheadMs: api.serverAheadMs,

    failureReason: async (runId, signal) => reasonOf(await read(runId, signal)),

    // Replicate charges Flux Kontext by the picture, other servers say nothing of prices.
    prices: async () => ({}),

    health: (signal) =>
      takeHealth(
        async (limits) => {
          await readVersion(api, { routes, model, ...limits });
          return { waiting: null };
        },
        { clock, signal },
      ),
  };
}
