import { createPredictionsEngine } from '#shared/engines/predictions/engine.ts';
import { plainModel } from '#shared/engines/predictions/models.ts';
import type { FuzzedEngine } from './fuzzed-engine.ts';

const baseUrl = 'https://api.example.com';
const runId = 'gm3qorzdhgbfurvjtvhg6dckhu';
const prediction = {
  id: runId,
  model: 'black-forest-labs/flux-kontext-pro',
  version: 'hidden',
  status: 'succeeded',
  input: { prompt: 'x', restyle_nonce: 'n' },
  output: ['https://replicate.delivery/o.png', { url: 'https://replicate.delivery/p.png' }],
  error: 'CUDA out of memory',
  logs: ' 43%|████▎     | 12/28 [00:03<00:04,  3.51it/s]',
  created_at: '2026-11-01T00:00:00.1Z',
  started_at: '2026-11-01T00:00:02.1Z',
  metrics: { predict_time: 4.2 },
  urls: { get: `${baseUrl}/v1/predictions/${runId}`, cancel: `${baseUrl}/v1/predictions/${runId}/cancel` },
};

export const predictions: FuzzedEngine = {
  id: 'predictions',
  runId,
  create: ({ fetch, clock }) =>
    createPredictionsEngine({
      baseUrl,
      apiKey: 'k',
      fetch,
      clock,
      model: { ...plainModel, inlineLimitBytes: 0 },
    }),
  answerTo(path, method) {
    if (path.endsWith('/files')) return { urls: { get: `${baseUrl}/v1/files/1` } };
    const isList = method === 'GET' && path.endsWith('/predictions');
    return isList ? { results: [prediction], next: null } : prediction;
  },
};
