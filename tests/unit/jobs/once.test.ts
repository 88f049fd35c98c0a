import { expect, it } from 'vitest';
import type { Job, Recipe } from '#shared/jobs/job.ts';
import { jobFor } from '#shared/jobs/once.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';

const created = jobIn({ name: 'created' });
const nowMs = created.createdAtMs + 1_000;
const result = { key: 'sha256-r', mimeType: 'image/png', widthPx: 10, heightPx: 10 };
const figures = { queueSeconds: 1, runSeconds: 2, costUsd: 0.001 };
const done = jobIn({ name: 'done', runId: 'r', result, figures });
const error = { code: 'run-failed', detail: '' } as const;
const failed = jobIn({ name: 'failed', error, runId: 'r', retryFrom: null });
const wish = (changes: Partial<Recipe> = {}, isSeedRandom = true) => ({
  recipe: { ...created.recipe, seed: 99, ...changes },
  isSeedRandom,
});

it.each<[string, Job, Parameters<typeof jobFor>[0], boolean]>([
  ['an equal one on its way', created, wish(), true],
  ['an equal one that was ready at once', done, wish(), true],
  ['an equal one that has failed', failed, wish(), false],
  ['one with another prompt', created, wish({ prompt: 'else' }), false],
  ['one of another picture', created, wish({ sourceKey: 'sha256-other' }), false],
  ['one for another deployment', created, wish({ deploymentId: 'other' }), false],
  ['one with another seed, and this one was chosen', created, wish({}, false), false],
  ['one with the seed that was chosen', created, wish({ seed: created.recipe.seed }, false), true],
])('%s', (_, job, wanted, isFound) => {
  expect(jobFor(wanted, [job], nowMs) !== null).toBe(isFound);
});

it('a result that was there before is another press, the clock set back or not', () => {
  expect(jobFor(wish(), [done], nowMs + 3_000)).toBeNull();
  expect(jobFor(wish(), [done], nowMs - 86_400_000)).toBeNull();
});
