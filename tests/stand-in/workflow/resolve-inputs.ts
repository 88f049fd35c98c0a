import { randomInt } from 'node:crypto';
import type { WorkflowGraph, WorkflowNode } from './graph.ts';

/** What the nodes hand on to the sampler once defaults and fallbacks have had their say. */
export type ResolvedInputs = {
  pictureUrl: unknown;
  defaultPictureUrl: string;
  prompt: string;
  strength: number;
  seed: number;
};

type Inputs = Readonly<Record<string, unknown>>;

function given(inputs: Inputs, node: WorkflowNode | undefined): unknown {
  return inputs[String(node?.inputs.input_id)];
}

/** Out of range or no number: silently the default, as the slider node does it. */
function slide(value: unknown, node: WorkflowNode | undefined): number {
  if (node === undefined) return 1;
  const { default_value, min_value, max_value } = node.inputs;
  const number = typeof value === 'string' ? Number.parseFloat(value) : Number(value);
  const inRange = number >= Number(min_value) && number <= Number(max_value);
  return inRange ? number : Number(default_value);
}

/** Words that are followed more closely change a picture further: the node's default changes nothing. */
function followed(value: unknown, node: WorkflowNode | undefined): number {
  return node === undefined ? 1 : slide(value, node) / Number(node.inputs.default_value);
}

/** In range it is fixed; anything else, so also -1 and 0, means a random one nobody is told. */
function chooseSeed(value: unknown, node: WorkflowNode | undefined): number {
  const seed = Number(value ?? node?.inputs.default_value);
  const isFixed = Number.isInteger(seed) && seed >= 1 && seed <= 4294967295;
  return isFixed ? seed : randomInt(1, 2 ** 32);
}

export function resolveInputs(graph: WorkflowGraph, inputs: Inputs): ResolvedInputs {
  const find = (classType: string) => Object.values(graph).find((node) => node.class_type === classType);
  const picture = find('ComfyUIDeployExternalImage');
  const text = find('ComfyUIDeployExternalText');
  const numbered = (id: string) => Object.values(graph).find((node) => node.inputs.input_id === id);
  const [slider, guidance] = [numbered('strength'), numbered('guidance')];
  const seed = find('ComfyUIDeployExternalSeed');
  return {
    pictureUrl: given(inputs, picture),
    defaultPictureUrl: String(picture?.inputs.default_value_url),
    prompt: String(given(inputs, text) ?? text?.inputs.default_value),
    strength: Math.min(1, slide(given(inputs, slider), slider) * followed(given(inputs, guidance), guidance)),
    seed: chooseSeed(given(inputs, seed), seed),
  };
}
