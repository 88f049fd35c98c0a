import type { ComfyDeployConnection } from '#shared/connection/connection.ts';
import { type ConnectionDraft, hostPatternsFor } from '#shared/connection/connection-draft.ts';
import { requirePicture } from '#shared/connection/require-picture.ts';
import { readApiKey } from '#shared/engines/comfydeploy/api-key.ts';
import { normaliseBaseUrl } from '#shared/engines/comfydeploy/base-url.ts';
import { type ComfyDeployOptions, createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import { AppError } from '#shared/errors/app-error.ts';

/**
 * Tests a connection and answers the document to store. Reads only: nothing is run or charged.
 * Raises the engine's codes, and `invalid-input` when the workflow takes no picture.
 */
export async function testConnection(
  draft: ConnectionDraft,
  ports: Pick<ComfyDeployOptions, 'fetch' | 'clock' | 'politeness'>,
  signal?: AbortSignal,
): Promise<ComfyDeployConnection> {
  const baseUrl = normaliseBaseUrl(draft.baseUrl);
  const deploymentId = draft.deploymentId.trim();
  if (draft.apiKey.trim() === '') throw new AppError('unauthorized', 'No key was entered');
  if (deploymentId === '') throw new AppError('deployment-not-found', 'No deployment id was entered');
  const engine = createComfyDeployEngine({ ...ports, baseUrl, apiKey: draft.apiKey.trim(), deploymentId });
  const description = requirePicture(await engine.describe(signal));
  const prices = await engine.prices(signal).catch(() => ({}));
  const expiresAtMs = readApiKey(draft.apiKey)?.expiresAtMs ?? null;
  return {
    version: 1,
    engine: 'comfydeploy',
    baseUrl,
    deploymentId,
    hosts: hostPatternsFor(draft),
    description,
    prices,
    ...(expiresAtMs === null ? {} : { keyExpiresAtMs: expiresAtMs }),
  };
}
