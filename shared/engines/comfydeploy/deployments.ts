import { describeDeployment } from '#shared/engines/comfydeploy/describe.ts';
import { deploymentSchema } from '#shared/engines/comfydeploy/wire.ts';
import type { EngineDescription } from '#shared/engines/engine.ts';
import { type Api, type ApiOptions, createApi } from '#shared/engines/http/api.ts';
import * as z from '#shared/zod.ts';

export type DeploymentSummary = {
  id: string;
  /** `production`, `staging`, `preview`, ...: an open list. */
  environment: string;
  updatedAtMs: number | null;
  description: EngineDescription;
};

/** Each entry carries its whole graph, some hundred kilobytes: a page has to stay small. */
const pageSize = 10;
/** Per kind; nobody picks from more. */
const maxPages = 20;

const pageSchema = z.array(
  z.extend(deploymentSchema, {
    environment: z.nullish(z.string()),
    updated_at: z.nullish(z.string()),
  }),
);
type Listed = z.infer<typeof pageSchema>[number];

/**
 * All deployments a key sees, the newest first. Asks twice, because the route hides modern ones
 * (`is_fluid`) unless they are asked for, and then shows nothing else (api, routes/deployments.py).
 */
export async function listDeployments(
  options: ApiOptions,
  signal?: AbortSignal,
): Promise<DeploymentSummary[]> {
  const api = createApi(options);
  const lists = await Promise.all([true, false].map((isFluid) => listKind(api, isFluid, signal)));
  const byId = new Map(lists.flat().map((deployment) => [deployment.id, summaryOf(deployment)]));
  return [...byId.values()].sort((one, other) => (other.updatedAtMs ?? 0) - (one.updatedAtMs ?? 0));
}

async function listKind(api: Api, isFluid: boolean, signal?: AbortSignal): Promise<Listed[]> {
  const found: Listed[] = [];
  for (let page = 0; page < maxPages; page += 1) {
    const path = `/deployments?is_fluid=${isFluid}&page_size=${pageSize}&offset=${page * pageSize}`;
    const { data } = await api.json(path, pageSchema, { signal });
    found.push(...data);
    if (data.length < pageSize) break;
  }
  return found;
}

function summaryOf(deployment: Listed): DeploymentSummary {
  const updatedAtMs = Date.parse(deployment.updated_at ?? '');
  return {
    id: deployment.id,
    environment: deployment.environment ?? 'production',
    updatedAtMs: Number.isNaN(updatedAtMs) ? null : updatedAtMs,
    description: describeDeployment(deployment),
  };
}
