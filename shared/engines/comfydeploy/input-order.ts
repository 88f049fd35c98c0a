import type { WireNode } from '#shared/engines/comfydeploy/wire.ts';
import * as z from '#shared/zod.ts';

/** The dashboard's playground writes these (comfy-deploy/app, lib/getInputsFromWorkflow.tsx). */
const metaSchema = z.looseObject({
  cd_input_order: z.catch(z.nullish(z.number()), null),
  cd_input_group_id: z.catch(z.nullish(z.string()), null),
  cd_group_name: z.catch(z.nullish(z.string()), null),
});
const groupsSchema = z.record(z.string(), z.looseObject({ title: z.string() }));

const metaOf = (node: WireNode) => metaSchema.parse(node._meta ?? {});

/** Nodes as the author arranged them in the playground; those never arranged come last, as found. */
export function inPlaygroundOrder(nodes: readonly WireNode[]): WireNode[] {
  const place = (node: WireNode) => metaOf(node).cd_input_order ?? Number.MAX_SAFE_INTEGER;
  return nodes.toSorted((one, other) => place(one) - place(other));
}

/** Finds a node's group name: on the node itself, or by id among the graph's `_groups`. */
export function groupFinder(graph: Readonly<Record<string, unknown>>): (node: WireNode) => string | null {
  const groups = groupsSchema.safeParse(graph._groups);
  return (node) => {
    const { cd_group_name: name, cd_input_group_id: id } = metaOf(node);
    const titled = groups.success ? groups.data[id ?? '']?.title : undefined;
    return name || titled || null;
  };
}
