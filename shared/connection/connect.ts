import { type Connection, hostedPictureOrigins } from '#shared/connection/connection.ts';
import { normaliseBaseUrl } from '#shared/engines/comfydeploy/base-url.ts';
import { type ComfyDeployOptions, createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { guessRoles } from '#shared/inputs/roles.ts';

/** What a person fills in. */
export type ConnectionDraft = {
  baseUrl: string;
  apiKey: string;
  deploymentId: string;
  /** Web addresses of the picture storage of a server of one's own, one a line; empty for hosted ComfyDeploy. */
  storageOrigins: string;
};

/**
 * Tests a connection and answers the document to store. Reads only: nothing is run or charged.
 * Raises the engine's codes, and `invalid-input` when the workflow takes no picture.
 */
export async function testConnection(
  draft: ConnectionDraft,
  ports: Pick<ComfyDeployOptions, 'fetch' | 'clock'>,
  signal?: AbortSignal,
): Promise<Connection> {
  const baseUrl = normaliseBaseUrl(draft.baseUrl);
  const deploymentId = draft.deploymentId.trim();
  if (draft.apiKey.trim() === '') throw new AppError('unauthorized', 'No key was entered');
  if (deploymentId === '') throw new AppError('deployment-not-found', 'No deployment id was entered');
  const engine = createComfyDeployEngine({ ...ports, baseUrl, apiKey: draft.apiKey.trim(), deploymentId });
  const description = await engine.describe(signal);
  if (guessRoles(description.inputs).picture === null) {
    throw new AppError('invalid-input', 'The workflow has no picture input (an External Image node).');
  }
  const prices = await engine.prices(signal).catch(() => ({}));
  return {
    version: 1,
    engine: 'comfydeploy',
    baseUrl,
    deploymentId,
    pictureOrigins: pictureOriginsFor(draft.storageOrigins),
    description,
    prices,
  };
}

/** Match patterns of the hosts to ask for. Ports are no part of a match pattern. */
export function hostPatternsFor(draft: Pick<ConnectionDraft, 'baseUrl' | 'storageOrigins'>): string[] {
  return [patternOf(normaliseBaseUrl(draft.baseUrl)), ...pictureOriginsFor(draft.storageOrigins)];
}

function pictureOriginsFor(storageOrigins: string): readonly string[] {
  const typed = storageOrigins.split(/\s+/).filter((line) => line !== '');
  return typed.length === 0 ? hostedPictureOrigins : typed.map(patternOf);
}

function patternOf(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) throw new AppError('invalid-input', `"${url}" is not a web address.`);
  return `${parsed.protocol}//${parsed.hostname}/*`;
}
