import { useEffect, useState } from 'preact/hooks';
import type { RecipeNote } from '#shared/history/recipe-note.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { findPreset } from '#shared/presets/find-preset.ts';
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
export function useDraft(services: Services) {
  const [draft, setDraft] = useState(emptyDraft);

  useEffect(() => {
    void jobInAddress(services).then((job) => job && setDraft(draftFrom(job.recipe)));
  }, [services]);

  /** Choosing a preset brings its own strength along. */
  const change = (next: Draft) => {
    const preset = builtInPresets.find(({ id }) => id === next.presetId);
    const isNewPreset = next.presetId !== draft.presetId;
    setDraft(isNewPreset && preset ? { ...next, strength: preset.strength } : next);
  };
  /** What a file says of itself, its seed too: the same settings once more. */
  const restore = (note: RecipeNote) => setDraft({ ...draftFrom(note), seed: note.seed });
  return { draft, change, restore };
}

/** What was typed to a preset cannot be told from it any more, so then the whole prompt is shown. */
function draftFrom(made: Pick<RecipeNote, 'presetId' | 'prompt' | 'strength'>): Draft {
  const preset = findPreset(made.presetId);
  const isPlain = preset !== null && promptFor(preset, '') === made.prompt;
  const strength = made.strength ?? emptyDraft.strength;
  return { presetId: isPlain ? preset.id : null, prompt: isPlain ? '' : made.prompt, strength, seed: null };
}
