import type { ComfyDeployConnection } from '#shared/connection/connection.ts';
import { hostPatternOf } from '#shared/connection/host-pattern.ts';
import { requirePicture } from '#shared/connection/require-picture.ts';
import { readApiKey } from '#shared/engines/comfydeploy/api-key.ts';
import { normaliseBaseUrl } from '#shared/engines/comfydeploy/base-url.ts';
import { type ComfyDeployOptions, createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import { AppError } from '#shared/errors/app-error.ts';

/** What a person fills in for ComfyDeploy. */
export type ConnectionDraft = {
  baseUrl: string;
  apiKey: string;
  deploymentId: string;
  /** Web addresses of the picture storage of a server of one's own, one a line; empty for hosted ComfyDeploy. */
  storageOrigins: string;
};

type ComfyDeployTarget = Pick<ComfyDeployConnection, 'baseUrl' | 'deploymentId' | 'hosts'>;

/** Hosted ComfyDeploy keeps pictures in S3. */
const hostedStorage: readonly string[] = ['https://*.amazonaws.com/*'];

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

/** Match patterns of the hosts to ask the browser for. Raises `invalid-input`. */
export function hostPatternsFor(draft: Pick<ConnectionDraft, 'baseUrl' | 'storageOrigins'>): string[] {
  const typed = draft.storageOrigins.split(/\s+/).filter((line) => line !== '');
  const storage = typed.length === 0 ? hostedStorage : typed.map(hostPatternOf);
  return [hostPatternOf(normaliseBaseUrl(draft.baseUrl)), ...storage];
}

/** The form as it was filled in for a connection, less the key. */
export function draftOf({ baseUrl, deploymentId, hosts }: ComfyDeployTarget): ConnectionDraft {
  const api = hostPatternOf(baseUrl);
  const storage = hosts.filter((host) => host !== api);
  const isUsual = storage.every((host) => hostedStorage.includes(host));
  const storageOrigins = isUsual ? '' : storage.map((host) => host.replace(/\/\*$/, '')).join('\n');
  return { baseUrl, apiKey: '', deploymentId, storageOrigins };
}
