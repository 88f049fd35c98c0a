import type { Reconciliation, RunIntent } from '#shared/engines/engine.ts';
import type { Api } from '#shared/engines/http/api.ts';
import { searchSinceMs } from '#shared/engines/http/sent-since.ts';
import type { PredictionsModel } from '#shared/engines/predictions/models.ts';
import type { Routes } from '#shared/engines/predictions/routes.ts';
import {
  predictionListSchema,
  predictionSchema,
  type WirePrediction,
} from '#shared/engines/predictions/wire.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';

/** The input under which a job's nonce travels to servers that let an unknown input pass. */
export const nonceInput = 'restyle_nonce';

/** How a server says that it keeps no list, or answers one that we cannot read. */
const noList: ReadonlySet<ErrorCode> = new Set(['run-not-found', 'invalid-input', 'unexpected-answer']);

export type Search = {
  api: Api;
  routes: Routes;
  model: PredictionsModel;
  nowMs: number;
  signal: AbortSignal | undefined;
};

/**
 * Looks for the prediction of a request whose answer was lost, on the newest page of the list.
 * `found` only by the nonce. `absent` only when the page reaches back before the request and every
 * newer prediction of the model carries somebody else's nonce: one without any may be ours, from a
 * model that takes no nonce or a server that does not record it, and then the person is asked.
 */
export async function reconcilePrediction(search: Search, intent: RunIntent): Promise<Reconciliation> {
  const page = await newestPage(search);
  if (!page) return { state: 'unclear' };
  const { results, next } = page.data;
  const sinceMs = searchSinceMs(intent, { nowMs: search.nowMs, serverNowMs: page.serverNowMs });
  const recent = results.filter((prediction) => createdAtMs(prediction) >= sinceMs);
  const nonces = await noncesOf(recent.filter(isOf(search.model)), search);
  const mine = nonces.find(({ nonce }) => nonce === intent.nonce);
  if (mine) return { state: 'found', runId: mine.runId };
  const reachesBack = !next || recent.length < results.length;
  return { state: reachesBack && nonces.every(({ nonce }) => nonce !== null) ? 'absent' : 'unclear' };
}

async function newestPage({ api, routes, signal }: Search) {
  const call = { signal, notFound: 'run-not-found' } as const;
  return api.json(routes.predictions, predictionListSchema, call).catch((error: unknown) => {
    if (noList.has(toErrorData(error).code)) return null;
    throw error;
  });
}

type Candidate = { runId: string; nonce: string | null };

/** Lists may leave inputs out, so those predictions are looked at one by one. */
async function noncesOf(predictions: readonly WirePrediction[], search: Search): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  for (const prediction of predictions) {
    const runId = search.routes.runIdOf(prediction);
    const input = prediction.input ?? (await inputOf(runId, search));
    const nonce = input[nonceInput];
    candidates.push({ runId, nonce: typeof nonce === 'string' ? nonce : null });
  }
  return candidates;
}

async function inputOf(
  runId: string,
  { api, routes, model, signal }: Search,
): Promise<Record<string, unknown>> {
  if (!model.takesNonce) return {};
  const call = { signal, notFound: 'run-not-found' } as const;
  const { data } = await api.json(routes.ofRun(runId), predictionSchema, call);
  return data.input ?? {};
}

/** A prediction whose model or time is not said is looked at rather than passed over. */
function isOf({ path }: PredictionsModel) {
  return ({ model }: WirePrediction) => path === null || !model || model === path;
}

function createdAtMs({ created_at }: WirePrediction): number {
  const parsed = Date.parse(created_at ?? '');
  return Number.isNaN(parsed) ? Number.POSITIVE_INFINITY : parsed;
}
