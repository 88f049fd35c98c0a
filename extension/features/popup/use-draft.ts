import { useEffect, useState } from 'preact/hooks';
import type { RecipeNote } from '#shared/history/recipe-note.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { findIn, type PresetLibrary } from '#shared/presets/preset-library.ts';
import { promptFor } from '#shared/presets/prompt.ts';
import type { Draft } from '#shared/ui/panel/draft.ts';
import type { Services } from '../../platform/services.ts';
import { jobInAddress } from './job-in-address.ts';

const first = builtInPresets[0];

const emptyDraft: Draft = {
  presetId: first?.id ?? null,
  prompt: '',
  strength: first?.strength ?? 0.8,
  seed: null,
};

/** What the panel holds; filled from a job when opened with `#job=<id>`. */
export function useDraft(services: Services, library: PresetLibrary) {
  const [draft, setDraft] = useState(emptyDraft);

  useEffect(() => {
    void Promise.all([jobInAddress(services), services.presets.load()]).then(
      ([job, presets]) => job && setDraft(draftFrom(job.recipe, presets)),
    );
  }, [services]);

  /** Choosing a preset brings its own strength along. */
  const change = (next: Draft) => {
    const preset = findIn(library, next.presetId);
    const isNewPreset = next.presetId !== draft.presetId;
    setDraft(isNewPreset && preset ? { ...next, strength: preset.strength } : next);
  };
  /** What a file says of itself, its seed too: the same settings once more. */
  const restore = (note: RecipeNote) => setDraft({ ...draftFrom(note, library), seed: note.seed });
  return { draft, change, restore };
}

type Made = Pick<RecipeNote, 'presetId' | 'prompt' | 'strength'> & { gpu?: string };

/** What was typed to a preset cannot be told from it any more, so then the whole prompt is shown. */
function draftFrom(made: Made, library: PresetLibrary): Draft {
  const preset = findIn(library, made.presetId);
  const isPlain = preset !== null && promptFor(preset, '') === made.prompt;
  const strength = made.strength ?? emptyDraft.strength;
  const look = { presetId: isPlain ? preset.id : null, prompt: isPlain ? '' : made.prompt };
  return { ...look, strength, seed: null, gpu: made.gpu ?? null };
}
