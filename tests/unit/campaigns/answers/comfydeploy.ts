import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import type { FuzzedEngine } from './fuzzed-engine.ts';

const run = {
  id: 'b888f774-3e7c-4135-a18c-6b985523c4bc',
  status: 'success',
  progress: 1,
  live_status: 'Executing',
  queue_position: null,
  gpu: 'L40S',
  run_duration: 21.4,
  cold_start_duration_total: 20.7,
  workflow_inputs: { prompt: 'x', restyle_nonce: 'n' },
  outputs: [
    {
      output_id: 'output_image',
      data: { images: [{ url: 'https://s/o.webp', filename: 'o.webp', type: 'output' }] },
    },
  ],
};
const deployment = {
  id: '15e79589-12c9-453c-a41a-348fdd7de957',
  workflow_version_id: 'v',
  gpu: 'L40S',
  workflow: { name: 'Edit' },
  version: {
    workflow_api: { 1: { class_type: 'ComfyUIDeployExternalImage', inputs: { input_id: 'input_image' } } },
  },
  input_types: [],
};

export const comfyDeploy: FuzzedEngine = {
  id: 'comfydeploy',
  runId: run.id,
  create: ({ fetch, clock }) =>
    createComfyDeployEngine({
      baseUrl: 'https://api.example.com/api',
      apiKey: 'k',
      deploymentId: deployment.id,
      fetch,
      clock,
    }),
  answerTo(path) {
    if (/\/deployment\/[^/]+$/.test(path) && !path.endsWith('queue')) return deployment;
    if (path.endsWith('queue')) return { run_id: run.id };
    if (path.includes('cancel')) return { status: 'success' };
    if (path.includes('pric')) return { L40S: 0.000596 };
    if (path.includes('log')) return [{ log: 'CUDA out of memory' }];
    if (path.includes('file')) return { file_url: 'https://s/i.png' };
    if (path.includes('runs'))
      return { data: [{ id: run.id, created_at: '2026-11-01T00:00:00Z' }], meta: {} };
    return run;
  },
};
