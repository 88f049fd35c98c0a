import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '#shared/history/entry.ts';
import { findEarlier, servedJob } from '#shared/history/find-earlier.ts';
import { recipeKeysOf } from '#shared/history/recipe-key.ts';
import type { Recipe } from '#shared/jobs/job.ts';
import { createCountingIds } from '../../fakes/counting-ids.ts';
import { done, entry, nowMs, recipe } from '../../fakes/history-fixtures.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';

describe('the keys of a recipe', () => {
  const changes: Partial<Recipe>[] = [
    { sourceKey: 'sha256-other' },
    { server: 'https://two.example' },
    { deploymentId: 'another' },
    { workflowVersion: 'v4' },
    { prompt: 'make it an oil painting' },
    { strength: 0.5 },
    { inputs: { steps: 30 } },
    { engine: 'comfyui' },
  ];

  it.each(changes)('differ where the picture would: %o', async (change) => {
    const [one, other] = await Promise.all([recipeKeysOf(recipe), recipeKeysOf({ ...recipe, ...change })]);
    expect(other?.recipeKey).not.toBe(one?.recipeKey);
    expect(other?.likeKey).not.toBe(one?.likeKey);
  });

  it('differ by the seed only where it counts', async () => {
    const [one, other] = await Promise.all([recipeKeysOf(recipe), recipeKeysOf({ ...recipe, seed: 8 })]);
    expect(other?.recipeKey).not.toBe(one?.recipeKey);
    expect(other?.likeKey).toBe(one?.likeKey);
  });

  it('are the same in whatever order inputs come, and whatever the preset is called', async () => {
    const a = await recipeKeysOf({ ...recipe, inputs: { a: 1, b: 2 } });
    const b = await recipeKeysOf({ ...recipe, inputs: { b: 2, a: 1 }, presetId: 'renamed' });
    expect(a).toEqual(b);
  });

  it('are not there where nobody knows the workflow’s version', async () => {
    const { workflowVersion: _, ...old } = recipe;
    expect(await recipeKeysOf(old)).toBe(null);
  });
});

describe('an earlier picture', () => {
  const store = (...entries: HistoryEntry[]) => ({ findByRecipe: async () => entries });

  it('is the same with its seed, and only like it without', async () => {
    expect(await findEarlier(recipe, store(entry()))).toMatchObject({ match: 'same' });
    expect(await findEarlier({ ...recipe, seed: null }, store(entry()))).toMatchObject({ match: 'like' });
  });

  it.each([
    { state: 'failed' as const },
    { deletedAtMs: nowMs },
    { figures: { queueSeconds: null, runSeconds: null, costUsd: null, substituted: ['prompt'] } },
  ])('is none that %o', async (change) => {
    expect(await findEarlier(recipe, store(entry(change)))).toBe(null);
    expect(await findEarlier(recipe, store(entry(change), entry({ id: 'older' })))).toMatchObject({
      entry: { id: 'older' },
    });
  });

  it('is shown again by a job that cost nothing and says so', () => {
    const deps = { clock: createVirtualClock(), ids: createCountingIds() };
    const { context } = jobIn(done);
    const job = servedJob(entry(), { id: 'again', recipe: { ...recipe, seed: 99 }, context }, deps);
    expect(job).toMatchObject({ stage: { name: 'done', figures: { costUsd: null } }, recipe: { seed: 7 } });
    expect(job.servedFrom).toEqual({ jobId: entry().id, endedAtMs: nowMs - 1 });
    expect(job.enteredAtMs.done, 'past runs are found by it').toBe(undefined);
  });
});
