import { useEffect, useState } from 'preact/hooks';
import type { HandoffRecipe } from '#shared/handoff/handoff.ts';
import type { RecipeNote } from '#shared/history/recipe-note.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import type { Fills } from '#shared/presets/placeholders.ts';
import { findIn, type PresetLibrary } from '#shared/presets/preset-library.ts';
import { readPrompt } from '#shared/presets/prompt.ts';
import type { Draft } from '#shared/ui/panel/draft.ts';
import { loadLastPicture } from '../../platform/last-picture.ts';
import { loadFills } from '../../platform/prompt-fills.ts';
import type { Services } from '../../platform/services.ts';
import { jobInAddress } from './job-in-address.ts';

const first = builtInPresets[0];

const emptyDraft: Draft = {
  presetId: first?.id ?? null,
  prompt: '',
  strength: first?.strength ?? 0.8,
  seed: null,
};

/** What the panel holds; filled from a job when opened with `#job=<id>`, else from what the last click asked for. */
export function useDraft(services: Services, library: PresetLibrary) {
  const [draft, setDraft] = useState(emptyDraft);

  useEffect(() => {
    void firstDraft(services).then((first) => setDraft((draft) => ({ ...draft, ...first })));
  }, [services]);

  /** Choosing a preset brings its own strength along. */
  const change = (next: Draft) => {
    const preset = findIn(library, next.presetId);
    const isNewPreset = next.presetId !== draft.presetId;
    setDraft(isNewPreset && preset ? { ...next, strength: preset.strength } : next);
  };
  /** What a file says of itself, or was handed over with it, its seed too: the same settings once more. */
  const restore = (note: HandoffRecipe) =>
    setDraft({ ...draftFrom(note, library, draft.fills), seed: note.seed });
  return { draft, change, restore };
}

async function firstDraft(services: Services): Promise<Partial<Draft>> {
  const [job, presets, fills] = await Promise.all([
    jobInAddress(services),
    services.presets.load(),
    loadFills(),
  ]);
  if (job) return draftFrom(job.recipe, presets, fills);
  const { presetId = null, recipe } = (await loadLastPicture()) ?? {};
  if (recipe) return { ...draftFrom(recipe, presets, fills), seed: recipe.seed };
  const preset = findIn(presets, presetId);
  return { fills, ...(preset && { presetId: preset.id, strength: preset.strength }) };
}

type Made = Pick<RecipeNote, 'presetId' | 'prompt' | 'strength'> & { gpu?: string };

/** Where the preset says something else by now, the whole prompt is shown without it. */
function draftFrom(made: Made, library: PresetLibrary, fills: Fills = {}): Draft {
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
