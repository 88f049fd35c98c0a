import type { Graph, GraphNode } from '#shared/engines/comfyui/graph.ts';

const externalPrefix = 'ComfyUIDeployExternal';
const deployOutput = 'ComfyDeployOutputImage';

/** ComfyUI's own node for each external node of ComfyDeploy; both give their value at slot 0. */
const valueNodes: Readonly<Record<string, string>> = {
  Text: 'PrimitiveStringMultiline',
  TextAny: 'PrimitiveStringMultiline',
  TextSingleLine: 'PrimitiveString',
  Number: 'PrimitiveFloat',
  NumberSlider: 'PrimitiveFloat',
  NumberInt: 'PrimitiveInt',
  NumberSliderInt: 'PrimitiveInt',
  Seed: 'PrimitiveInt',
  Boolean: 'PrimitiveBoolean',
};

/**
 * A workflow made for ComfyDeploy with ComfyUI's own nodes in place of ComfyDeploy's, under the same
 * ids, so that the team's workflow runs on a ComfyUI without ComfyDeploy's node pack.
 */
export function withoutDeployNodes(graph: Graph): Graph {
  return Object.fromEntries(Object.entries(graph).map(([id, node]) => [id, ownNode(node)]));
}

function ownNode(node: GraphNode): GraphNode {
  const { class_type, inputs } = node;
  if (class_type === deployOutput) {
    const { images, filename_prefix = 'ComfyUI' } = inputs;
    return { ...node, class_type: 'SaveImage', inputs: { images, filename_prefix } };
  }
  if (!class_type.startsWith(externalPrefix)) return node;
  const kind = class_type.slice(externalPrefix.length);
  const title = inputs.display_name || inputs.input_id;
  const meta = typeof title === 'string' ? { _meta: { title } } : {};
  if (kind === 'Image') return { ...meta, class_type: 'LoadImage', inputs: { image: 'example.png' } };
  const own = valueNodes[kind];
  return own ? { ...meta, class_type: own, inputs: { value: valueFor(own, inputs) } } : node;
}

function valueFor(ownClass: string, { default_value, min_value }: GraphNode['inputs']): unknown {
  if (ownClass.startsWith('PrimitiveString')) return String(default_value ?? '');
  if (ownClass === 'PrimitiveBoolean') return default_value === true;
  return Number(default_value ?? min_value ?? 0);
}
