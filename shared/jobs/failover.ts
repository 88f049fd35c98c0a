import type { Connection } from '#shared/connection/connection.ts';
import type { Fallbacks } from '#shared/connection/fallbacks.ts';
import { saysDown } from '#shared/engines/health.ts';
import { canMove } from '#shared/jobs/can-move.ts';
import type { Job, Recipe } from '#shared/jobs/job.ts';
import { moveRecipe } from '#shared/jobs/new-recipe.ts';
import type { Preset } from '#shared/presets/preset.ts';

/** The engines to offer for a job that its own engine could not do: the next of the person's list first. */
export function otherEngines(job: Job, connections: readonly Connection[]): Connection[] {
  if (!canMove(job)) return [];
  const own = connections.findIndex(({ engine }) => engine === job.recipe.engine);
  return [...connections.slice(own + 1), ...connections.slice(0, Math.max(own, 0))];
}

export type FailoverRules = {
  connections: readonly Connection[];
  fallbacks: Fallbacks;
  /** The job's preset, where it is the person's own and still there. */
  preset?: Preset | null;
};

/**
 * What another engine is asked by itself, where a job failed because its own is down and the settings
 * name who goes on; `null` where a person decides. No engine gets the same job twice.
 */
export function automaticRecipe(
  job: Job,
  { connections, fallbacks, preset }: FailoverRules,
): Omit<Recipe, 'sourceKey'> | null {
  const { stage, recipe, cancelRequested, handovers = [] } = job;
  if (stage.name !== 'failed' || cancelRequested || !saysDown(stage.error) || !canMove(job)) return null;
  // Which engine makes which picture is what a comparison is about.
  if (job.context.comparisonId !== undefined) return null;
  const next = connections.find(({ engine }) => engine === fallbacks[recipe.engine]);
  if (!next || handovers.some(({ from }) => from === next.engine)) return null;
  return moveRecipe(recipe, next, preset ?? undefined);
}
