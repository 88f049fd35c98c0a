import { inputFromNode } from '#shared/engines/comfydeploy/input-from-node.ts';
import { groupFinder, inPlaygroundOrder } from '#shared/engines/comfydeploy/input-order.ts';
import { nodesOf, type WireDeployment } from '#shared/engines/comfydeploy/wire.ts';
import { type EngineDescription, kontextScale } from '#shared/engines/engine.ts';
import type { InputDefinition } from '#shared/inputs/input-definition.ts';

/**
 * What a deployment takes and gives. The API graph comes first: `input_types` leaves out seed
 * nodes, and `output_types` is always empty.
 */
export function describeDeployment(deployment: WireDeployment): EngineDescription {
  const graph = deployment.version?.workflow_api ?? {};
  const nodes = nodesOf(graph);
  const output = nodes.find((node) => node.class_type === 'ComfyDeployOutputImage');
  const outputId = output?.inputs?.output_id;
  return {
    name: deployment.workflow?.name ?? 'Workflow',
    workflowVersion: deployment.workflow_version_id ?? deployment.id,
    inputs: uniqueById([...inputsOfGraph(graph), ...inputsListed(deployment)]),
    outputId: typeof outputId === 'string' ? outputId : null,
    gpu: deployment.gpu ?? null,
    ...(nodes.some(({ class_type }) => class_type === kontextScale) ? { scaling: 'kontext' as const } : {}),
  };
}

function inputsOfGraph(graph: Readonly<Record<string, unknown>>): InputDefinition[] {
  const groupOf = groupFinder(graph);
  return inPlaygroundOrder(nodesOf(graph)).flatMap((node) => {
    const input = inputFromNode(node);
    const group = groupOf(node);
    if (input === null) return [];
    return group === null ? [input] : [{ ...input, group }];
  });
}

/** The API's own list, for a deployment whose graph is not told. */
function inputsListed({ input_types: listed }: WireDeployment): InputDefinition[] {
  return (listed ?? []).flatMap((input) => {
    const inputs = input as Record<string, unknown>;
    return inputFromNode({ class_type: input.class_type ?? '', inputs }) ?? [];
  });
}

/** Several nodes may share one input id; all of them get the value, so it is one input. */
function uniqueById(inputs: readonly InputDefinition[]): InputDefinition[] {
  return inputs.filter(({ id }, index) => inputs.findIndex((other) => other.id === id) === index);
}
