import type { RecipeNote } from '#shared/history/recipe-note.ts';
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

/** A draft after a change of a person's: choosing a preset brings its own strength along. */
export function changedDraft(before: Draft, next: Draft, library: PresetLibrary): Draft {
  const preset = findIn(library, next.presetId);
  const isNewPreset = next.presetId !== before.presetId;
  return isNewPreset && preset ? { ...next, strength: preset.strength } : next;
}

type Made = Pick<RecipeNote, 'presetId' | 'prompt' | 'strength'> & { gpu?: string };

/** Where the preset says something else by now, the whole prompt is shown without it. */
export function draftOfRecipe(made: Made, library: PresetLibrary, fills: Fills = {}): Draft {
  const preset = findIn(library, made.presetId);
  const read = preset && readPrompt(preset, made.prompt);
  const strength = made.strength ?? emptyDraft.strength;
  const look = {
    presetId: read ? preset.id : null,
    prompt: read ? read.typed : made.prompt,
    fills: { ...fills, ...read?.fills },
  };
  return { ...look, strength, seed: null, gpu: made.gpu ?? null };
}
