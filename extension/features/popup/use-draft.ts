import { useEffect, useState } from 'preact/hooks';
import type { HandoffRecipe } from '#shared/handoff/handoff.ts';
import { findIn, type PresetLibrary } from '#shared/presets/preset-library.ts';
import type { Draft } from '#shared/ui/panel/draft.ts';
import { changedDraft, draftOfRecipe, emptyDraft } from '#shared/ui/panel/draft-of-recipe.ts';
import { loadLastPicture } from '../../platform/last-picture.ts';
import { loadFills } from '../../platform/prompt-fills.ts';
import type { Services } from '../../platform/services.ts';
import { jobInAddress } from './job-in-address.ts';

/** What the panel holds; filled from a job when opened with `#job=<id>`, else from what the last click asked for. */
export function useDraft(services: Services, library: PresetLibrary) {
  const [draft, setDraft] = useState(emptyDraft);

  useEffect(() => {
    void firstDraft(services).then((first) => setDraft((draft) => ({ ...draft, ...first })));
  }, [services]);

  const change = (next: Draft) => setDraft(changedDraft(draft, next, library));
  /** What a file says of itself, or was handed over with it, its seed too: the same settings once more. */
  const restore = (note: HandoffRecipe) =>
    setDraft({ ...draftOfRecipe(note, library, draft.fills), seed: note.seed });
  return { draft, change, restore };
}

async function firstDraft(services: Services): Promise<Partial<Draft>> {
  const [job, presets, fills] = await Promise.all([
    jobInAddress(services),
    services.presets.load(),
    loadFills(),
  ]);
  if (job) return draftOfRecipe(job.recipe, presets, fills);
  const { presetId = null, recipe } = (await loadLastPicture()) ?? {};
  if (recipe) return { ...draftOfRecipe(recipe, presets, fills), seed: recipe.seed };
  const preset = findIn(presets, presetId);
  return { fills, ...(preset && { presetId: preset.id, strength: preset.strength }) };
}
