import type { Api } from '#shared/engines/comfyui/http.ts';
import { checkServerHas } from '#shared/engines/comfyui/missing.ts';
import { type ComfyUiWorkflow, workflowVersion } from '#shared/engines/comfyui/workflow.ts';
import { type EngineDescription, kontextScale } from '#shared/engines/engine.ts';

/** What a workflow takes and gives, once the server is known to have all it needs. Raises `workflow-unmet`. */
export async function describeWorkflow(
  api: Api,
  workflow: ComfyUiWorkflow,
  signal?: AbortSignal,
): Promise<EngineDescription> {
  await checkServerHas(api, workflow, signal);
  const { name, inputs, outputId, graph } = workflow;
  const isKontext = Object.values(graph).some(({ class_type }) => class_type === kontextScale);
  return {
    name,
    workflowVersion: await workflowVersion(workflow),
    inputs,
    outputId,
    gpu: null,
    ...(isKontext && { scaling: 'kontext' as const }),
  };
}
