import { expect, it } from 'vitest';
import { describeJob } from '#shared/jobs/describe-job.ts';
import type { RunProgress } from '#shared/jobs/job.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';

const running = (progress: RunProgress) => jobIn({ name: 'running', runId: 'r', progress });

it.each([
  [jobIn({ name: 'created' }), 'Starting'],
  [
    jobIn({ name: 'uploading', inputKey: 'k', inputMimeType: 'image/jpeg', sizeBytes: 540_210 }),
    'Uploading the picture, 540 KB',
  ],
  [
    jobIn({ name: 'uploading', inputKey: 'k', inputMimeType: 'image/jpeg', sizeBytes: 9, sentRatio: 0.43 }),
    'Sending picture, 43 %',
  ],
  [running({ state: 'waiting', progressRatio: 0, queuePosition: 2 }), 'Waiting for a free GPU, 2 before you'],
  [running({ state: 'waiting', progressRatio: 0, queuePosition: 0 }), 'Waiting for a free GPU'],
  [running({ state: 'starting', progressRatio: 0, queuePosition: null }), 'The GPU is warming up'],
  [running({ state: 'running', progressRatio: 0.42, queuePosition: null }), 'Restyling, 42 %'],
  [
    jobIn({ name: 'failed', error: { code: 'no-credit', detail: '' }, runId: null, retryFrom: null }),
    'The credit at ComfyDeploy is used up',
  ],
])('says in words what is happening (%#)', (job, words) => {
  expect(describeJob(job)).toBe(words);
});

it('says that a fault is being waited out, and at whose door it lies', () => {
  const trouble = { code: 'unreachable', detail: 'x', host: 'api.example.com' } as const;
  const job = { ...running({ state: 'running', progressRatio: 0.5, queuePosition: null }), trouble };
  expect(describeJob(job)).toBe('No connection to api.example.com: waiting, nothing is lost');
});
