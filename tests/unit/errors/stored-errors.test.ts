import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { errorWords } from '#shared/i18n/error-words.ts';
import { describeJob } from '#shared/jobs/describe-job.ts';
import type { Job } from '#shared/jobs/job.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';

it('reads a job that failed under a code that has another name now', async () => {
  const file = new URL('../../fixtures/stored/failed-job.1.json', import.meta.url);
  const job: Job = JSON.parse(await readFile(file, 'utf8'));
  expect(describeJob(job)).toBe('That is not how ComfyDeploy answers');
  if (job.stage.name !== 'failed') throw new Error(job.stage.name);
  expect(errorWords(job.stage.error, job.recipe)).toMatchObject({
    advice: expect.stringMatching(/whoever runs api\.comfydeploy\.com has changed it/),
    action: 'open-settings',
  });
});

it.each(['of-a-version-to-come', 'constructor', '__proto__'])('has words for the code %s', (code) => {
  const error = JSON.parse(JSON.stringify({ code, detail: 'x' }));
  const job = jobIn({ name: 'failed', error, runId: null, retryFrom: null });
  expect(describeJob(job)).toBe('Something unexpected happened');
});
