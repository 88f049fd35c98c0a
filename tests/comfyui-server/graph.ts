/** A graph as `POST /prompt` takes it. */
export type PromptNode = { class_type?: unknown; inputs: Readonly<Record<string, unknown>> };
export type PromptGraph = Readonly<Record<string, PromptNode>>;

/** The node a field is linked to. */
export function sourceOf(graph: PromptGraph, value: unknown): { id: string; node: PromptNode } | null {
  if (!Array.isArray(value)) return null;
  const id = String(value[0]);
  const node = graph[id];
  return node ? { id, node } : null;
}

/** The value of a field, through a Primitive node where it is linked to one. */
export function fieldValue(graph: PromptGraph, node: PromptNode, field: string): unknown {
  const value = node.inputs[field];
  return Array.isArray(value) ? sourceOf(graph, value)?.node.inputs.value : value;
}

export function nodesOfClass(graph: PromptGraph, name: string | RegExp): [string, PromptNode][] {
  return Object.entries(graph).filter(([, { class_type }]) =>
    typeof name === 'string' ? class_type === name : name.test(String(class_type)),
  );
}
