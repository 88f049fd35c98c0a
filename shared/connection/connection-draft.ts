import type { ComfyDeployConnection } from '#shared/connection/connection.ts';
import { hostPatternOf } from '#shared/connection/host-pattern.ts';
import { normaliseBaseUrl } from '#shared/engines/comfydeploy/base-url.ts';

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
