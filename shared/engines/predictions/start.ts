import type { RunRequest } from '#shared/engines/engine.ts';
import type { Api } from '#shared/engines/http/api.ts';
import { withPreset } from '#shared/engines/http/relay-preset.ts';
import type { PredictionsModel } from '#shared/engines/predictions/models.ts';
import { nonceInput } from '#shared/engines/predictions/reconcile.ts';
import type { Routes } from '#shared/engines/predictions/routes.ts';
import { predictionSchema } from '#shared/engines/predictions/wire.ts';

type StartContext = {
  api: Api;
  routes: Routes;
  model: PredictionsModel;
  /** That the server is a relay, which takes down by what preset a run is made. */
  tellsPreset: boolean;
  signal: AbortSignal | undefined;
};

/** Begins one prediction, once; answers its id. */
export async function startRun(
  { inputs, nonce, preset }: RunRequest,
  context: StartContext,
): Promise<string> {
  const { api, routes, model, tellsPreset, signal } = context;
  const marked = model.takesNonce ? { [nonceInput]: nonce } : {};
  const input = { ...model.fixedInputs, ...inputs, ...marked };
  const body = model.version === null ? { input } : { version: model.version, input };
  const path = withPreset(routes.start, tellsPreset ? preset : undefined);
  const call = { method: 'POST', body, signal, notFound: 'deployment-not-found' } as const;
  return routes.runIdOf((await api.json(path, predictionSchema, call)).data);
}
