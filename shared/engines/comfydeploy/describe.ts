import { inputFromNode } from '#shared/engines/comfydeploy/input-from-node.ts';
import { nodesOf, type WireDeployment } from '#shared/engines/comfydeploy/wire.ts';
import type { EngineDescription } from '#shared/engines/engine.ts';
import type { InputDefinition } from '#shared/inputs/input-definition.ts';

/**
 * What a deployment takes and gives. The API graph comes first: `input_types` leaves out seed
 * nodes, and `output_types` is always empty.
 */
export function describeDeployment(deployment: WireDeployment): EngineDescription {
  const nodes = nodesOf(deployment.version?.workflow_api ?? {});
  const listed = (deployment.input_types ?? []).map((input) => ({
    class_type: input.class_type ?? '',
    inputs: input as Record<string, unknown>,
  }));
  const output = nodes.find((node) => node.class_type === 'ComfyDeployOutputImage');
  const outputId = output?.inputs?.output_id;
  return {
    name: deployment.workflow?.name ?? 'Workflow',
    workflowVersion: deployment.workflow_version_id ?? deployment.id,
    inputs: uniqueById([...nodes, ...listed].flatMap((node) => inputFromNode(node) ?? [])),
    outputId: typeof outputId === 'string' ? outputId : null,
    gpu: deployment.gpu ?? null,
  };
}

/** Several nodes may share one input id; all of them get the value, so it is one input. */
function uniqueById(inputs: readonly InputDefinition[]): InputDefinition[] {
  return [...new Map([...inputs].reverse().map((input) => [input.id, input])).values()].reverse();
}
