import { type Connection, deploymentIdOf } from '#shared/connection/connection.ts';
import { chosenInputs, type InputValues } from '#shared/inputs/further-inputs.ts';
import { rolesOf } from '#shared/inputs/roles.ts';
import { strengthRange } from '#shared/inputs/values.ts';
import type { Recipe } from '#shared/jobs/job.ts';
import { findPreset } from '#shared/presets/find-preset.ts';
import type { Fills } from '#shared/presets/placeholders.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { promptFor } from '#shared/presets/prompt.ts';

export type RecipeWishes = {
  preset: Preset | null;
  /** What the person typed. */
  typed: string;
  /** What goes into the placeholders of preset and typed words. */
  fills?: Fills;
  /** 0..1; `null` takes the preset's. */
  strength: number | null;
  seed: number;
  /** Values of further inputs; left out takes the preset's. */
  inputs?: InputValues | undefined;
  /** GPU to run on, where the workflow leaves the choice. */
  gpu?: string | null;
};

const defaultStrength = 0.8;

/**
 * The recipe for a picture, less the picture. Without a connection the deployment stays empty, and
 * the recipe is made anew once there is one.
 */
export function newRecipe(connection: Connection | null, wishes: RecipeWishes): Omit<Recipe, 'sourceKey'> {
  const range = connection && strengthRange(connection.description.inputs, rolesOf(connection.description));
  const inputs = wishes.inputs ?? wishes.preset?.inputs ?? {};
  const strength = wishes.strength ?? wishes.preset?.strength ?? defaultStrength;
  return {
    engine: connection?.engine ?? 'comfydeploy',
    ...(connection && 'baseUrl' in connection ? { server: connection.baseUrl } : {}),
    deploymentId: connection ? deploymentIdOf(connection) : '',
    ...(connection ? { workflowVersion: connection.description.workflowVersion } : {}),
    presetId: wishes.preset?.id ?? null,
    prompt: promptFor(wishes.preset, wishes.typed, wishes.fills),
    strength: range && Math.min(Math.max(strength, range.min), range.max),
    seed: wishes.seed,
    inputs: connection ? chosenInputs(connection.description, inputs) : inputs,
    ...(wishes.gpu && connection?.engine === 'comfydeploy' ? { gpu: wishes.gpu } : {}),
  };
}

/**
 * What a recipe asks for, asked of another engine: same preset, prompt and seed, and what it has of the same
 * inputs. `preset`, which may be a person's own, has the strength where the recipe's own engine knew none.
 */
export function moveRecipe(
  recipe: Recipe,
  connection: Connection | null,
  preset: Preset | null = findPreset(recipe.presetId),
): Omit<Recipe, 'sourceKey'> {
  const { presetId, prompt, strength, seed, inputs, gpu = null } = recipe;
  const moved = newRecipe(connection, { preset, typed: '', strength, seed, inputs, gpu });
  return { ...moved, presetId, prompt };
}
