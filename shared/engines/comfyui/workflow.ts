import { withoutDeployNodes } from '#shared/engines/comfyui/deploy-nodes.ts';
import { type Graph, graphSchema, linkIn } from '#shared/engines/comfyui/graph.ts';
import { findInputs } from '#shared/engines/comfyui/workflow-inputs.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { InputDefinition, InputValue } from '#shared/inputs/input-definition.ts';
import { blobKeyOf } from '#shared/storage/blob-key.ts';

/** A workflow ready to be filled in and sent; plain data, fit for storage. */
export type ComfyUiWorkflow = {
  name: string;
  /** The template, in API format. */
  graph: Graph;
  /** Ids are `<nodeId>.<field>`. */
  inputs: readonly InputDefinition[];
  /** Node whose picture is the result; `null` takes the first picture. */
  outputId: string | null;
};

/**
 * Reads a workflow file in ComfyUI's API format and finds what can be set in it.
 * Raises `invalid-input`, with a sentence on how to export the right file.
 */
export function parseWorkflow(text: string, name = 'ComfyUI workflow'): ComfyUiWorkflow {
  const file = parseJson(text);
  if (isEditorFile(file)) throw refusal(`This file is for ComfyUI’s editor. ${howToExport}`);
  const parsed = graphSchema.safeParse(file);
  if (!parsed.success || Object.keys(parsed.data).length === 0) {
    throw refusal(`This file holds no ComfyUI workflow. ${howToExport}`);
  }
  const graph = withoutDeployNodes(parsed.data);
  const inputs = findInputs(graph);
  if (!inputs.some(({ kind }) => kind === 'picture')) {
    throw refusal('The workflow takes no picture: it needs a Load Image node.');
  }
  return { name, graph, inputs, outputId: findOutput(graph) };
}

/** The template with values in place of its own. Values for inputs it does not have are left out. */
export function fillWorkflow(
  { graph, inputs }: ComfyUiWorkflow,
  values: Readonly<Record<string, InputValue>>,
): Graph {
  const filled = structuredClone(graph) as Record<string, Graph[string]>;
  for (const { id } of inputs) {
    const value = values[id];
    const { nodeId, field } = placeOf(id);
    const fields = filled[nodeId]?.inputs;
    if (value === undefined || !fields) continue;
    fields[field] = value;
    // Flux's encoder takes one text twice; two different ones would pull apart.
    if (field === 't5xxl' && typeof fields.clip_l === 'string') fields.clip_l = value;
  }
  return filled;
}

/** Changes whenever the graph does. */
export async function workflowVersion({ graph }: ComfyUiWorkflow): Promise<string> {
  return blobKeyOf(new TextEncoder().encode(JSON.stringify(graph)));
}

/** The inputs as a graph that was sent holds them. */
export function readWorkflow({ inputs }: ComfyUiWorkflow, graph: unknown): Record<string, unknown> {
  const parsed = graphSchema.safeParse(graph);
  if (!parsed.success) return {};
  return Object.fromEntries(
    inputs.flatMap(({ id }) => {
      const { nodeId, field } = placeOf(id);
      const value = parsed.data[nodeId]?.inputs[field];
      return value === undefined ? [] : [[id, value]];
    }),
  );
}

const howToExport =
  'In ComfyUI choose Workflow > Export (API) and take that file. (Older versions: switch on "Dev mode ' +
  'options" in the settings, then "Save (API Format)".)';

function refusal(sentence: string): AppError {
  return new AppError('invalid-input', sentence);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isEditorFile(file: unknown): boolean {
  return typeof file === 'object' && file !== null && 'nodes' in file && Array.isArray(file.nodes);
}

/** Node ids hold colons inside subgraphs, never a dot. */
function placeOf(id: string): { nodeId: string; field: string } {
  const dot = id.indexOf('.');
  return { nodeId: id.slice(0, dot), field: id.slice(dot + 1) };
}

const outputClasses = ['SaveImage', 'PreviewImage'];

/** Saved pictures before previews, nodes that end the graph before those in its middle. */
function findOutput(graph: Graph): string | null {
  const sources = Object.values(graph).flatMap(({ inputs }) => Object.values(inputs).map(linkIn));
  const used = new Set(sources.map((link) => link?.nodeId));
  for (const wanted of outputClasses) {
    const ids = Object.keys(graph).filter((id) => graph[id]?.class_type === wanted);
    const id = ids.find((candidate) => !used.has(candidate)) ?? ids[0];
    if (id !== undefined) return id;
  }
  return null;
}
