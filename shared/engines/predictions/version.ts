import type { Api } from '#shared/engines/http/api.ts';
import type { PredictionsModel } from '#shared/engines/predictions/models.ts';
import type { Routes } from '#shared/engines/predictions/routes.ts';
import { anyJsonSchema, modelSchema } from '#shared/engines/predictions/wire.ts';
import { toErrorData } from '#shared/errors/app-error.ts';

type Question = {
  routes: Routes;
  model: PredictionsModel;
  signal: AbortSignal | undefined;
  timeoutMs?: number;
};

/**
 * Which version of the model the server runs, by a free read that shows at once whether the server
 * is there and takes the key. Plain servers say nothing of versions, and need not keep a list.
 */
export async function readVersion(api: Api, { routes, model, ...limits }: Question): Promise<string> {
  const known = model.version ?? model.id;
  if (routes.model !== null) {
    const call = { ...limits, notFound: 'deployment-not-found' } as const;
    const { data } = await api.json(routes.model, modelSchema, call);
    return data.latest_version?.id ?? known;
  }
  const call = { ...limits, notFound: 'run-not-found' } as const;
  await api.json(routes.predictions, anyJsonSchema, call).catch((error: unknown) => {
    const { code, status } = toErrorData(error);
    const hasNoList = code === 'run-not-found' || status === 405;
    if (!hasNoList) throw error;
  });
  return known;
}
