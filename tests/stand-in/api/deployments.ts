import { owner } from '../auth/keys.ts';
import { type Answer, failure, json } from '../http/answer.ts';
import { viewRow } from '../runs/run-view.ts';
import { type Deployment, isOwnedBy } from '../workflow/deployment.ts';
import type { WorkflowGraph } from '../workflow/graph.ts';
import type { Call, Route } from './route.ts';
import { queryBoolean, queryInteger, unprocessable } from './validation.ts';

/** The backend's list of input nodes; the seed node is missing from it, and so from every answer. */
const listedInputs: Readonly<Record<string, string>> = {
  ComfyUIDeployExternalImage: 'string',
  ComfyUIDeployExternalText: 'string',
  ComfyUIDeployExternalNumberSlider: 'float',
};

const environments = ['staging', 'production', 'public-share', 'private-share', 'preview', 'community-share'];
const createdAt = '2025-08-29T02:35:19.907000Z';

function inputTypes(graph: WorkflowGraph) {
  return Object.values(graph).flatMap(({ class_type, inputs }) => {
    const type = listedInputs[class_type];
    if (type === undefined) return [];
    return {
      type,
      class_type,
      input_id: inputs.input_id,
      default_value: inputs.default_value ?? null,
      min_value: inputs.min_value ?? null,
      max_value: inputs.max_value ?? null,
      display_name: inputs.display_name ?? '',
      description: inputs.description ?? '',
      enum_options: null,
      step: null,
    };
  });
}

function version(deployment: Deployment) {
  const { workflowVersionId, workflowId, graph } = deployment;
  const nodes = Object.entries(graph).map(([id, { class_type }]) => ({ id: Number(id), type: class_type }));
  return {
    id: workflowVersionId,
    workflow_id: workflowId,
    version: 7,
    workflow: { nodes, links: [], version: 0.4 },
    workflow_api: graph,
    user_id: owner.userId,
    comment: null,
    created_at: createdAt,
    updated_at: createdAt,
  };
}

function viewDeployment(deployment: Deployment) {
  return {
    id: deployment.id,
    user_id: owner.userId,
    org_id: owner.orgId,
    workflow_version_id: deployment.workflowVersionId,
    workflow_id: deployment.workflowId,
    machine_id: deployment.machineId,
    share_slug: null,
    description: null,
    share_options: null,
    showcase_media: null,
    environment: deployment.environment,
    created_at: createdAt,
    updated_at: createdAt,
    workflow: { id: deployment.workflowId, name: deployment.name, cover_url: null },
    version: version(deployment),
    machine: null,
    input_types: inputTypes(deployment.graph),
    // The backend looks for class names that the node pack does not define.
    output_types: [],
    dub_link: null,
    gpu: deployment.gpu,
    machine_version_id: deployment.machineVersionId,
    modal_image_id: deployment.modalImageId,
    concurrency_limit: 2,
    run_timeout: 300,
    idle_timeout: 60,
    keep_warm: 0,
    activated_at: null,
    modal_app_id: null,
  };
}

function find(call: Call): Deployment | undefined {
  const id = call.param('deployment_id');
  return Object.values(call.world.deployments).find(
    (deployment) => deployment.id === id && isOwnedBy(call.caller),
  );
}

function getDeployment(call: Call): Answer {
  const deployment = find(call);
  // The route catches its own 404 and makes a 500 of it.
  return deployment === undefined ? failure(500, 'Internal server error') : json(viewDeployment(deployment));
}

function listDeployments({ world, exchange, caller }: Call): Answer {
  const { query } = exchange;
  const isFluid = queryBoolean(query, 'is_fluid');
  const pageSize = queryInteger(query, 'page_size', null);
  const offset = queryInteger(query, 'offset', 0);
  const environment = query.get('environment');
  if ('complaints' in isFluid) return unprocessable(isFluid.complaints);
  if ('complaints' in pageSize) return unprocessable(pageSize.complaints);
  if ('complaints' in offset) return unprocessable(offset.complaints);
  if (environment !== null && !environments.includes(environment)) {
    const msg = `Input should be ${environments.map((name) => `'${name}'`).join(' or ')}`;
    return unprocessable([{ type: 'enum', loc: ['query', 'environment'], msg, input: environment }]);
  }
  const visible = Object.values(world.deployments)
    .filter(() => isOwnedBy(caller))
    .filter(({ modalImageId }) => (modalImageId !== null) === isFluid.value)
    .filter((deployment) => environment === null || deployment.environment === environment);
  // Without a page size the backend ignores the offset too.
  const end = pageSize.value === null ? undefined : offset.value + pageSize.value;
  const page = end === undefined ? visible : visible.slice(offset.value, end);
  return json(page.map(viewDeployment));
}

function listRuns(call: Call): Answer {
  const limit = queryInteger(call.exchange.query, 'limit', 60);
  const offset = queryInteger(call.exchange.query, 'offset', 0);
  if ('complaints' in limit) return unprocessable(limit.complaints);
  if ('complaints' in offset) return unprocessable(offset.complaints);
  const deployment = find(call);
  if (deployment === undefined) return failure(500, 'Internal server error: 404: Deployment not found');
  const onlyMine = call.exchange.query.get('filter_user_runs') === 'true';
  const rows = call.world.runs
    .all()
    .filter((run) => run.deployment.id === deployment.id)
    .filter((run) => !onlyMine || run.caller.userId === call.caller.userId)
    .reverse()
    .slice(offset.value, offset.value + limit.value);
  const meta = { totalRowCount: 0, filterRowCount: 0, chartData: [] };
  return json({ data: rows.map(viewRow), meta });
}

export const deploymentRoutes: readonly Route[] = [
  { method: 'GET', path: '/deployments', handle: listDeployments },
  { method: 'GET', path: '/deployment/{deployment_id}', handle: getDeployment },
  { method: 'GET', path: '/deployment/{deployment_id}/runs', handle: listRuns },
];
