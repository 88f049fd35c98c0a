import * as z from '#shared/zod.ts';

const nodeSchema = z.object({
  class_type: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  _meta: z.optional(z.looseObject({ title: z.optional(z.string()) })),
});

/** A ComfyUI graph in API format: node id to node. A field holds a literal or a link to another node. */
export const graphSchema = z.record(z.string(), nodeSchema);
export type GraphNode = z.infer<typeof nodeSchema>;
export type Graph = Readonly<Record<string, GraphNode>>;

/** Output `slot` of node `nodeId`. */
export type Link = { nodeId: string; slot: number };

/** The link in a field, `null` where a literal stands. */
export function linkIn(value: unknown): Link | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [nodeId, slot] = value as unknown[];
  return typeof slot === 'number' && (typeof nodeId === 'string' || typeof nodeId === 'number')
    ? { nodeId: String(nodeId), slot }
    : null;
}

export type Literal = { nodeId: string; field: string; value: string | number | boolean };

/** Where nodes that only hold a value keep it: ComfyUI's Primitive nodes and their many look-alikes. */
const valueFields = ['value', 'text', 'string', 'prompt', 'seed', 'noise_seed', 'int', 'float', 'number'];

/** The literal that ends up in a field: its own, or that of the value node it is linked to. */
export function literalAt(graph: Graph, nodeId: string, field: string): Literal | null {
  const value = graph[nodeId]?.inputs[field];
  if (isLiteral(value)) return { nodeId, field, value };
  const source = linkIn(value)?.nodeId;
  if (source === undefined) return null;
  for (const sourceField of valueFields) {
    const held = graph[source]?.inputs[sourceField];
    if (isLiteral(held)) return { nodeId: source, field: sourceField, value: held };
  }
  return null;
}

function isLiteral(value: unknown): value is Literal['value'] {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/**
 * Ids of the nodes a field draws on, nearest first. A node that passes a positive and a negative side
 * through (ControlNet and the like) is left on the side it was entered by.
 */
export function nodesBehind(graph: Graph, nodeId: string, field: string): string[] {
  const seen = new Set<string>();
  const follow = (link: Link | null): void => {
    if (!link || seen.has(link.nodeId)) return;
    seen.add(link.nodeId);
    for (const value of sideOf(graph[link.nodeId]?.inputs ?? {}, link.slot)) follow(linkIn(value));
  };
  follow(linkIn(graph[nodeId]?.inputs[field]));
  return [...seen];
}

function sideOf(inputs: GraphNode['inputs'], slot: number): unknown[] {
  const isTwoSided = linkIn(inputs.positive) !== null && linkIn(inputs.negative) !== null;
  const others = isTwoSided ? ['positive', 'negative'][1 - slot] : undefined;
  return Object.entries(inputs).flatMap(([field, value]) => (field === others ? [] : [value]));
}
