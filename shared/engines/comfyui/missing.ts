import type { Graph } from '#shared/engines/comfyui/graph.ts';
import { type Api, isNotFound } from '#shared/engines/comfyui/http.ts';
import { type ObjectInfo, objectInfoSchema } from '#shared/engines/comfyui/wire.ts';
import type { ComfyUiWorkflow } from '#shared/engines/comfyui/workflow.ts';
import { AppError } from '#shared/errors/app-error.ts';

/**
 * Looks, before anything is sent, whether a server has all nodes and models of a workflow.
 * Raises `invalid-input` with the names of what it lacks.
 */
export async function checkServerHas(
  api: Api,
  workflow: ComfyUiWorkflow,
  signal?: AbortSignal,
): Promise<void> {
  const classes = [...new Set(Object.values(workflow.graph).map(({ class_type }) => class_type))];
  const problems = problemsOf(workflow, await fetchNodes(api, classes, signal));
  if (problems.length > 0) throw new AppError('workflow-unmet', problems.join(' '));
}

/** One request a class; Comfy Cloud has only the whole list. An unknown class answers `{}`. */
async function fetchNodes(api: Api, classes: readonly string[], signal?: AbortSignal): Promise<ObjectInfo> {
  const fetchOne = async (path: string) => (await api.json(path, objectInfoSchema, { signal })).data;
  try {
    const paths = classes.map((name) => `/object_info/${encodeURIComponent(name)}`);
    return Object.assign({}, ...(await Promise.all(paths.map(fetchOne))));
  } catch (error) {
    if (!isNotFound(error)) throw error;
    return fetchOne('/object_info');
  }
}

/** Plain sentences on what the server lacks; none when the workflow can run. */
function problemsOf({ graph, inputs }: ComfyUiWorkflow, nodes: ObjectInfo): string[] {
  const classes = [...new Set(Object.values(graph).map(({ class_type }) => class_type))];
  const pictures = new Set(inputs.filter(({ kind }) => kind === 'picture').map(({ id }) => id));
  const nodesMissing = classes.filter((name) => !(name in nodes));
  return [
    sentence('The server misses custom nodes of the workflow', nodesMissing),
    sentence('The server misses models or choices of the workflow', missingChoices(graph, nodes, pictures)),
    sentence(
      'The workflow uses nodes that are paid through a Comfy account, which Restyle does not sign in to',
      classes.filter((name) => nodes[name]?.api_node),
    ),
  ].flat();
}

function sentence(what: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${what}: ${names.join(', ')}.`];
}

/** Values of choice fields that the server does not offer. What we upload is not in its list yet. */
function missingChoices(graph: Graph, nodes: ObjectInfo, pictures: ReadonlySet<string>): string[] {
  const missing = Object.entries(graph).flatMap(([nodeId, { class_type, inputs }]) =>
    Object.entries(inputs).flatMap(([field, value]) => {
      if (typeof value !== 'string' || pictures.has(`${nodeId}.${field}`)) return [];
      const options = optionsOf(nodes[class_type], field);
      return options && !options.includes(value) ? [`${value} (${field} of ${class_type})`] : [];
    }),
  );
  return [...new Set(missing)];
}

function optionsOf(node: ObjectInfo[string] | undefined, field: string): unknown[] | null {
  const spec = node?.input?.required?.[field] ?? node?.input?.optional?.[field];
  if (!Array.isArray(spec)) return null;
  const [kind, settings] = spec as unknown[];
  if (Array.isArray(kind)) return kind;
  const options = kind === 'COMBO' ? (settings as { options?: unknown } | undefined)?.options : null;
  return Array.isArray(options) ? options : null;
}
