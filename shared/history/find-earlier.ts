import type { HistoryEntry } from '#shared/history/entry.ts';
import type { HistoryStore } from '#shared/history/history-store.ts';
import { recipeKeysOf } from '#shared/history/recipe-key.ts';
import type { Job, JobContext, Recipe } from '#shared/jobs/job.ts';
import { newJob } from '#shared/jobs/new-job.ts';
import type { Clock, Ids } from '#shared/ports.ts';

/** A picture there is already. `same`: the whole recipe is equal; `like`: all but the seed. */
export type Earlier = { match: 'same' | 'like'; entry: HistoryEntry };

/**
 * The newest picture there is of a recipe, to be offered for free before it is paid for again. With a
 * `seed` of `null` the seed is left to chance, so that no picture is the same, only like it.
 */
export async function findEarlier(
  recipe: Omit<Recipe, 'seed'> & { seed: number | null },
  history: Pick<HistoryStore, 'findByRecipe'>,
): Promise<Earlier | null> {
  const keys = await recipeKeysOf({ ...recipe, seed: recipe.seed ?? 0 });
  if (!keys) return null;
  const by = recipe.seed === null ? 'likeKey' : 'recipeKey';
  const entry = (await history.findByRecipe(by, keys[by])).find(isWhole);
  return entry ? { match: recipe.seed === null ? 'like' : 'same', entry } : null;
}

/** An input that the workflow used otherwise than asked makes it another recipe's picture. */
function isWhole({ state, deletedAtMs, figures }: HistoryEntry): boolean {
  return state === 'done' && deletedAtMs === null && !figures?.substituted;
}

export type Serving = { id: string; recipe: Recipe; context: Omit<JobContext, 'widthPx' | 'heightPx'> };

/** A job that shows an earlier picture in place of a run: done from the start, at no cost. */
export function servedJob(
  { result, ...entry }: HistoryEntry,
  { id, recipe, context }: Serving,
  deps: { clock: Clock; ids: Ids },
): Job {
  if (!result) throw new Error(`The entry ${entry.id} has no result`);
  const whole = { ...context, widthPx: entry.widthPx, heightPx: entry.heightPx };
  const noFigures = { queueSeconds: null, runSeconds: null, costUsd: null };
  return {
    ...newJob({ ...recipe, seed: entry.recipe.seed }, whole, deps, id),
    servedFrom: { jobId: entry.id, endedAtMs: entry.endedAtMs },
    stage: { name: 'done', runId: '', result, figures: noFigures },
  };
}
