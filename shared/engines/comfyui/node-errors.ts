import * as z from '#shared/zod.ts';

const maxNodesNamed = 3;

const complaintSchema = z.object({
  type: z.nullish(z.string()),
  message: z.nullish(z.string()),
  details: z.nullish(z.string()),
});
type Complaint = z.infer<typeof complaintSchema>;

const nodeErrorSchema = z.object({
  class_type: z.nullish(z.string()),
  errors: z.nullish(z.array(complaintSchema)),
  dependent_outputs: z.nullish(z.array(z.string())),
});

const nodeErrorsSchema = z.record(z.string(), nodeErrorSchema);
export type NodeErrors = z.infer<typeof nodeErrorsSchema>;

/** `node_errors` of an answer; Python writes an empty one as `{}` or `[]`. */
export function nodeErrorsOf(value: unknown): NodeErrors {
  const parsed = nodeErrorsSchema.safeParse(value);
  return parsed.success ? parsed.data : {};
}

/** What ComfyUI's validation found wrong with the nodes, in plain sentences; `null` when nothing. */
export function explainNodeErrors(errors: NodeErrors): string | null {
  const sentences = Object.entries(errors).flatMap(([nodeId, { class_type, errors: complaints }]) => {
    const [first] = complaints ?? [];
    return first ? [explainComplaint(first, `${class_type ?? 'node'} (node ${nodeId})`)] : [];
  });
  return sentences.length === 0 ? null : [...new Set(sentences)].slice(0, maxNodesNamed).join(' ');
}

function explainComplaint({ type, message, details }: Complaint, node: string): string {
  switch (type) {
    case 'value_not_in_list':
      return `${node} asks for something the server does not have: ${firstPart(details)}.`;
    case 'custom_validation_failed':
      return `${node} does not take its input: ${details ?? message}.`;
    case 'required_input_missing':
      return `${node} misses its input "${details}".`;
    case 'exception_during_inner_validation':
      // Its details hold a traceback with paths of the server.
      return `${node}: ${message}.`;
    default:
      return `${node}: ${message ?? 'not valid'}${details ? ` (${details.slice(0, 120)})` : ''}.`;
  }
}

/** `ckpt_name: 'x.safetensors' not in [...]` without the list, which may name thousands of files. */
function firstPart(details: string | null | undefined): string {
  return (details ?? 'unknown').split(' not in ')[0] ?? 'unknown';
}
