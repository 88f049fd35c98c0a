import type { LastPicture } from '#shared/capture/last-picture.ts';
import type { HandoffRecipe } from '#shared/handoff/handoff.ts';
import type { RecipeNote } from '#shared/history/recipe-note.ts';
import type { InputValues } from '#shared/inputs/further-inputs.ts';
import type { Job } from '#shared/jobs/job.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import type { Fills } from '#shared/presets/placeholders.ts';
import { findIn, type PresetLibrary } from '#shared/presets/preset-library.ts';
import { readPrompt } from '#shared/presets/prompt.ts';
import type { Draft } from '#shared/ui/panel/draft.ts';

const first = builtInPresets[0];

/** What a panel holds before anybody has chosen anything. */
export const emptyDraft: Draft = {
  presetId: first?.id ?? null,
  prompt: '',
  strength: first?.strength ?? 0.8,
  seed: null,
};

/** A draft after a change of a person's: choosing a preset brings its own strength and inputs along. */
export function changedDraft(before: Draft, next: Draft, library: PresetLibrary): Draft {
  const preset = findIn(library, next.presetId);
  const isNewPreset = next.presetId !== before.presetId;
  return isNewPreset && preset ? { ...next, strength: preset.strength, inputs: undefined } : next;
}

type Made = Pick<RecipeNote, 'presetId' | 'prompt' | 'strength'> & {
  inputs?: InputValues | undefined;
  gpu?: string;
};

/** Where the preset says something else by now, the whole prompt is shown without it. */
function draftOfRecipe(made: Made, library: PresetLibrary, fills: Fills = {}): Draft {
  const preset = findIn(library, made.presetId);
  const read = preset && readPrompt(preset, made.prompt);
  const strength = made.strength ?? emptyDraft.strength;
  const look = {
    presetId: read ? preset.id : null,
    prompt: read ? read.typed : made.prompt,
    fills: { ...fills, ...read?.fills },
  };
  return { ...look, strength, seed: null, inputs: made.inputs, gpu: made.gpu ?? null };
}

/** What a file says of itself, or was handed over with it, its seed too: the same settings once more. */
export function draftOfHandoff(
  recipe: HandoffRecipe & Pick<Made, 'inputs'>,
  library: PresetLibrary,
  fills: Fills = {},
): Draft {
  return { ...draftOfRecipe(recipe, library, fills), seed: recipe.seed };
}

type Found = { job: Job | null; last: LastPicture | null; library: PresetLibrary; fills: Fills };

/** What a panel begins with: a job that is to be changed and run again, else what came with the last picture. */
export function firstDraft({ job, last, library, fills }: Found): Partial<Draft> {
  if (job) return draftOfRecipe(job.recipe, library, fills);
  if (last?.recipe) return draftOfHandoff(last.recipe, library, fills);
  const preset = findIn(library, last?.presetId ?? null);
  return { fills, ...(preset && { presetId: preset.id, strength: preset.strength }) };
}
