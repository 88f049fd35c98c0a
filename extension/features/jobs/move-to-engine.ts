import type { Connection } from '#shared/connection/connection.ts';
import type { Recipe } from '#shared/jobs/job.ts';
import { moveRecipe } from '#shared/jobs/new-recipe.ts';
import { findIn } from '#shared/presets/preset-library.ts';
import type { Services } from '../../platform/services.ts';

/** What another connection has to be asked for the same picture, its preset being what it is now. */
export async function moveToEngine(
  recipe: Recipe,
  connection: Connection | null,
  { presets }: Pick<Services, 'presets'>,
) {
  const preset = findIn(await presets.load(), recipe.presetId);
  return moveRecipe(recipe, connection, preset ?? undefined);
}
