import type {
  ComfyUiConnection,
  OnDeviceConnection,
  PredictionsConnection,
} from '#shared/connection/connection.ts';
import { hostPatternOf } from '#shared/connection/host-pattern.ts';
import { normaliseComfyUiUrl } from '#shared/engines/comfyui/base-url.ts';
import { parseWorkflow } from '#shared/engines/comfyui/workflow.ts';
import type { EngineDescription } from '#shared/engines/engine.ts';
import { normaliseServerUrl } from '#shared/engines/predictions/base-url.ts';

export type ComfyUiDraft = {
  engine: 'comfyui';
  baseUrl: string;
  /** Of Comfy Cloud; empty for a server of one's own. */
  apiKey: string;
  /** A workflow file in API format. */
  workflowText: string;
  workflowName: string;
};

export type PredictionsDraft = { engine: 'predictions'; baseUrl: string; apiKey: string; modelId: string };

export type OnDeviceDraft = { engine: 'on-device' };

export type OtherDraft = ComfyUiDraft | PredictionsDraft | OnDeviceDraft;

const unknown: EngineDescription = { name: '', workflowVersion: '', inputs: [], outputId: null, gpu: null };
const facts = { version: 1, hosts: [], description: unknown, prices: {} } as const;

/** The connection a draft stands for, before anybody has asked the engine. Raises `invalid-input`. */
export function untested(draft: OtherDraft): ComfyUiConnection | PredictionsConnection | OnDeviceConnection {
  switch (draft.engine) {
    case 'comfyui': {
      const baseUrl = normaliseComfyUiUrl(draft.baseUrl, { hasKey: draft.apiKey !== '' });
      const workflow = parseWorkflow(draft.workflowText, draft.workflowName);
      return { ...facts, engine: 'comfyui', baseUrl, workflow, hosts: [hostPatternOf(baseUrl)] };
    }
    case 'predictions': {
      const baseUrl = normaliseServerUrl(draft.baseUrl);
      const hosts = [hostPatternOf(baseUrl), ...(baseUrl.includes('replicate.com') ? replicateHosts : [])];
      return { ...facts, engine: 'predictions', baseUrl, modelId: draft.modelId, hosts };
    }
    case 'on-device':
      return { ...facts, engine: 'on-device' };
  }
}

/** Replicate delivers pictures from a host of their own. */
const replicateHosts: readonly string[] = ['https://*.replicate.delivery/*'];

/** Match patterns of the hosts to ask the browser for. Raises `invalid-input`. */
export function hostsOfDraft(draft: OtherDraft): string[] {
  return [...untested(draft).hosts];
}

/** The key in a draft; `null` where the engine needs none. */
export function secretOf(draft: OtherDraft): string | null {
  return draft.engine === 'on-device' || draft.apiKey.trim() === '' ? null : draft.apiKey.trim();
}
