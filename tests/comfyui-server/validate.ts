import type { PromptGraph, PromptNode } from './graph.ts';
import { choicesOf, type NodeInfo } from './node-catalogue.ts';
import type { Dialect } from './options.ts';

type Complaint = { type: string; message: string; details: string; extra_info: object };
type NodeError = { errors: Complaint[]; dependent_outputs: string[]; class_type: string };

export type Verdict = {
  /** The body of a 400, `null` when something can run. */
  error: Complaint | null;
  nodeErrors: Readonly<Record<string, NodeError>>;
  outputs: readonly string[];
};

export type World = {
  dialect: Dialect;
  nodes: Readonly<Record<string, NodeInfo>>;
  hasFile(name: string): boolean;
};

/**
 * ComfyUI's check of a prompt: unknown classes refuse it whole; otherwise each output stands or falls
 * with the nodes behind it, and one that stands is enough to run (execution.py, validate_prompt).
 */
export function validatePrompt(graph: PromptGraph, world: World): Verdict {
  const unknown = Object.entries(graph).find(([, node]) => !(String(node.class_type) in world.nodes));
  if (unknown) return refusal(missingNode(unknown, world.dialect));
  const outputs = Object.keys(graph).filter((id) => world.nodes[String(graph[id]?.class_type)]?.output_node);
  if (outputs.length === 0) return refusal(complaint('prompt_no_outputs', 'Prompt has no outputs', ''));
  const nodeErrors: Record<string, NodeError> = {};
  const good = outputs.filter((output) => {
    const bad = nodesBehind(graph, output).flatMap((id) => complaintsAbout(graph, id, world));
    for (const { id, errors } of bad) {
      const class_type = String(graph[id]?.class_type);
      const known = nodeErrors[id]?.dependent_outputs ?? [];
      nodeErrors[id] = { errors, dependent_outputs: [...known, output], class_type };
    }
    return bad.length === 0;
  });
  const failed = complaint('prompt_outputs_failed_validation', 'Prompt outputs failed validation', '');
  return { error: good.length === 0 ? failed : null, nodeErrors, outputs: good };
}

function refusal(error: Complaint): Verdict {
  return { error, nodeErrors: {}, outputs: [] };
}

function complaint(type: string, message: string, details: string, extra_info: object = {}): Complaint {
  return { type, message, details, extra_info };
}

function missingNode([id, node]: [string, PromptNode], dialect: Dialect): Complaint {
  const name = String(node.class_type);
  if (dialect === 'old') {
    return complaint(
      'invalid_prompt',
      `Cannot execute because node ${name} does not exist.`,
      `Node ID '#${id}'`,
    );
  }
  const message = `Node '${name}' not found. The custom node may not be installed.`;
  return complaint('missing_node_type', message, '', { node_id: id, class_type: name });
}

function nodesBehind(graph: PromptGraph, id: string, seen = new Set<string>()): string[] {
  if (!seen.has(id)) {
    seen.add(id);
    for (const value of Object.values(graph[id]?.inputs ?? {})) {
      if (Array.isArray(value)) nodesBehind(graph, String(value[0]), seen);
    }
  }
  return [...seen];
}

function complaintsAbout(
  graph: PromptGraph,
  id: string,
  world: World,
): { id: string; errors: Complaint[] }[] {
  const node = graph[id];
  const info = node && world.nodes[String(node.class_type)];
  if (!node || !info) return [];
  const errors = Object.keys(info.input.required).flatMap((field) =>
    fieldComplaint(node, field, info, world),
  );
  return errors.length === 0 ? [] : [{ id, errors }];
}

function fieldComplaint(node: PromptNode, field: string, info: NodeInfo, world: World): Complaint[] {
  const value = node.inputs[field];
  if (value === undefined) return [complaint('required_input_missing', 'Required input is missing', field)];
  if (Array.isArray(value)) return [];
  if (info.name === 'LoadImage') {
    const details = `image - Invalid image file: ${value}`;
    return world.hasFile(String(value))
      ? []
      : [complaint('custom_validation_failed', 'Custom validation failed for node', details)];
  }
  const choices = choicesOf(info, field);
  if (!choices || choices.includes(value)) return [];
  const details = `${field}: '${value}' not in [${choices.map((choice) => `'${choice}'`).join(', ')}]`;
  return [complaint('value_not_in_list', 'Value not in list', details)];
}

/** What makes the real server crash instead of answering: no graph of nodes. */
export function isReadable(graph: unknown): graph is PromptGraph {
  if (typeof graph !== 'object' || graph === null || Array.isArray(graph)) return false;
  return Object.values(graph).every((node) => typeof node === 'object' && node !== null && 'inputs' in node);
}
