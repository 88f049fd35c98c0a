import { createComfyUiEngine } from '#shared/engines/comfyui/engine.ts';
import { parseWorkflow } from '#shared/engines/comfyui/workflow.ts';
import { nodeCatalogue } from '../../../comfyui-server/node-catalogue.ts';
import { kontextFile, kontextGraph } from '../../../fixtures/kontext-workflow.ts';
import type { FuzzedEngine } from './fuzzed-engine.ts';

const runId = 'b888f774-3e7c-4135-a18c-6b985523c4bc';
const times = { create_time: 1_764_000_000_000, priority: 3 };
const images = [{ filename: 'ComfyUI_00001_.png', subfolder: '', type: 'output' }];
const messages = [
  ['execution_start', { prompt_id: runId, timestamp: 1_764_000_001_000 }],
  ['execution_error', { node_type: 'KSampler', exception_type: 'E', exception_message: '/srv/x.png' }],
  ['execution_success', { prompt_id: runId, timestamp: 1_764_000_021_000 }],
];
const workflow = { prompt: kontextGraph, extra_data: { restyle_nonce: 'n' } };
const status = { status_str: 'success', completed: true, messages };
const job = {
  id: runId,
  status: 'completed',
  ...times,
  outputs: { 9: { images } },
  execution_status: status,
  workflow,
};
const queued = [[3, runId, kontextGraph, {}, ['9']]];
const nodes = nodeCatalogue([]);

function answerTo(path: string): unknown {
  const [, route = '', id] = path.replace(/^\/api/, '').split(/[/?]/);
  switch (route) {
    case 'object_info':
      return { [id ?? '']: nodes[id ?? ''] };
    case 'upload':
      return { name: 'restyle.png', subfolder: '', type: 'input' };
    case 'prompt':
      return { prompt_id: runId, number: 3, node_errors: {} };
    case 'queue':
      return { queue_running: [], queue_pending: queued };
    case 'history':
      return { [runId]: { prompt: queued[0], outputs: job.outputs, status } };
    case 'jobs':
      return path.startsWith('/api/jobs/') ? job : { jobs: [{ id: runId, status: 'pending', ...times }] };
    default:
      return {};
  }
}

/** As `/jobs` tells it, and with a key, which makes it Comfy Cloud. */
export const comfyUi: FuzzedEngine = {
  id: 'comfyui',
  runId,
  answerTo,
  create: ({ fetch, clock }) =>
    createComfyUiEngine({
      baseUrl: 'https://api.example.com',
      apiKey: 'k',
      workflow: parseWorkflow(kontextFile),
      fetch,
      clock,
    }),
};
