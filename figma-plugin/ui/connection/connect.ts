import { testConnection } from '#shared/connection/test-connection.ts';
import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import { hostOf } from '#shared/engines/http/host-of.ts';
import type { Politeness } from '#shared/engines/http/politeness.ts';
import { AppError, isAppError } from '#shared/errors/app-error.ts';
import type { Workflow } from '#shared/jobs/drive.ts';
import type { Clock, HttpFetch } from '#shared/ports.ts';
import * as z from '#shared/zod.ts';
import type { NetworkCredentials } from './plugin-connection.ts';
import { type NetworkRoute, type Route, relayRoot, routePaths } from './route.ts';

/** What a person fills in. */
export type RouteDraft = { route: Route; address: string; secret: string; deploymentId: string };

/** For a server that the panel asks itself. */
export type NetworkDraft = RouteDraft & { route: NetworkRoute };

type Ports = { fetch: HttpFetch; clock: Clock; politeness?: Politeness };

/**
 * Tries a route by reading only: nothing is run or charged.
 * Raises `relay-off`, `host-not-allowed` and the codes of `testConnection`.
 */
export async function connect(
  draft: NetworkDraft,
  ports: Ports,
  signal?: AbortSignal,
): Promise<NetworkCredentials> {
  const { route, address, deploymentId } = draft;
  const secret = draft.secret.trim();
  if (route === 'relay') await findRelay(relayRoot(address), ports.fetch, signal);
  const { baseUrl } = routePaths(route, address);
  const tested = { baseUrl, apiKey: secret, deploymentId, storageOrigins: '' };
  const connection = await testConnection(tested, ports, signal);
  return { version: 1, route, address, connection, secret };
}

/** The workflow behind a tested route. */
export function openWorkflow(credentials: NetworkCredentials, ports: Ports): Workflow {
  const { route, address, secret, connection } = credentials;
  const { deploymentId, description, prices } = connection;
  const { outputId } = description;
  const paths = routePaths(route, address);
  const place = { ...paths, apiKey: secret, deploymentId, outputId, tellsPreset: route === 'relay' };
  const engine = createComfyDeployEngine({ ...ports, ...place });
  return { engine, description, prices };
}

const healthSchema = z.looseObject({ relay: z.literal('restyle') });

/** Asks without a token, so that "it is off" and "it does not know you" stay apart. */
async function findRelay(root: string, fetch: HttpFetch, signal?: AbortSignal): Promise<void> {
  const host = hostOf(root);
  const init = { credentials: 'omit', cache: 'no-store', ...(signal && { signal }) } as const;
  const answer = await fetch(`${root}/health`, init).catch((error: unknown) => {
    if (isAppError(error) || signal?.aborted) throw error;
    throw new AppError('relay-off', `${host}: ${String(error)}`, { host });
  });
  const isRelay = healthSchema.safeParse(await answer.json().catch(() => null)).success;
  if (!isRelay) throw new AppError('unexpected-answer', `${root}/health is not a relay's`, { host });
}
