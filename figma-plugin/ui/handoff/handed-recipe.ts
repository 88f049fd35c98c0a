import type { HandoffRecipe } from '#shared/handoff/handoff.ts';
import { systemIds } from '#shared/platform.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { promptFor, readPrompt } from '#shared/presets/prompt.ts';
import type { Layer } from '../../bridge/layer.ts';
import { isEmptyLook, type LookDraft, presetOf } from '../look/look-draft.ts';
import { draftOf, type MadeWith, plainTitle, presetMade, readMadeWith } from '../look/made-with.ts';

/** A recipe from the browser as results remember theirs. */
export function noteOfRecipe(recipe: HandoffRecipe, presets: readonly Preset[]): string {
  return JSON.stringify(madeOf(recipe, presets));
}

/** The panel's fields as a recipe from the browser has them. */
export function draftOfRecipe(
  recipe: HandoffRecipe,
  draft: LookDraft,
  presets: readonly Preset[],
): LookDraft {
  return { ...draftOf(madeOf(recipe, presets), draft, presets), seed: recipe.seed };
}

/** Where the preset is not known here, or says something else, the whole prompt is what was typed. */
function madeOf({ presetName, seed, ...recipe }: HandoffRecipe, presets: readonly Preset[]): MadeWith {
  const { prompt } = recipe;
  const title = titleOfRecipe(recipe, presetName);
  const preset = presetMade({ ...recipe, title }, presets);
  const read = preset && readPrompt(preset, prompt);
  const look = read ? { presetId: preset.id, typed: read.typed } : { presetId: null, typed: prompt };
  return {
    ...recipe,
    ...look,
    version: 1,
    title,
    seed: seed ?? systemIds.seed(),
  };
}

/** What a picture is called by how it was made. */
export function titleOfRecipe({ prompt }: Pick<HandoffRecipe, 'prompt'>, presetName: string | null): string {
  return presetName ?? prompt.slice(0, 40);
}

/** What goes along with a layer: how it was made, else how the panel's fields would make one of it. */
export function recipeFor(
  { recipe }: Layer,
  draft: LookDraft,
  presets: readonly Preset[],
): HandoffRecipe | null {
  const made = readMadeWith(recipe);
  if (made) {
    const { presetId, title, prompt, strength, seed } = made;
    return { presetId, presetName: plainTitle(title), prompt, strength, seed };
  }
  if (isEmptyLook(draft, presets)) return null;
  const preset = presetOf(draft, presets);
  const { typed, fills, strength, seed } = draft;
  const prompt = promptFor(preset, typed, fills);
  return { presetId: preset?.id ?? null, presetName: preset?.name ?? null, prompt, strength, seed };
}
