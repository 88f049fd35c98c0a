import { engineIds } from '#shared/engines/engine.ts';
import type { Server } from '../product/connect.ts';
import type { OtherEngine } from '../product/connect-other.ts';

/** What to connect to: ComfyDeploy (`null` starts the stand-in), or one of the other engines. */
export type EngineOptions = { engine: 'comfydeploy'; server: Server | null } | OtherEngine;

export type EngineFlags = {
  engine?: string;
  url?: string;
  key?: string;
  deployment?: string;
  storage?: string;
  workflow?: string;
};

/** Throws a sentence for what is missing. */
export function engineOf({
  engine = 'comfydeploy',
  url,
  key = '',
  workflow,
  ...rest
}: EngineFlags): EngineOptions {
  switch (engine) {
    case 'on-device':
      return { engine };
    case 'comfyui':
      if (!url || !workflow)
        throw new Error('--engine comfyui needs --url and --workflow FILE (API format).');
      return { engine, baseUrl: url, apiKey: key, workflowFile: workflow };
    case 'predictions':
      if (!url || !key) throw new Error('--engine predictions needs --url and --key.');
      return { engine, baseUrl: url, apiKey: key, modelId: rest.deployment ?? 'plain' };
    case 'comfydeploy':
      return { engine, server: serverOf({ key, ...(url ? { url } : {}), ...rest }) };
    default:
      throw new Error(`There is no engine called "${engine}". There are: ${engineIds.join(', ')}.`);
  }
}

function serverOf({ url, key, deployment, storage = '' }: EngineFlags): Server | null {
  if (!url && !key && !deployment) return null;
  if (!key || !deployment) {
    throw new Error(
      'A server of your own needs --key and --deployment (and --url, if it is not the hosted one).',
    );
  }
  const baseUrl = url ?? 'https://api.comfydeploy.com/api';
  return { baseUrl, apiKey: key, deploymentId: deployment, storageUrl: storage };
}
