import { useEffect, useState } from 'preact/hooks';
import type { HandoffRecipe } from '#shared/handoff/handoff.ts';
import type { RecipeNote } from '#shared/history/recipe-note.ts';
import type { PresetLibrary } from '#shared/presets/preset-library.ts';
import type { Draft } from '#shared/ui/panel/draft.ts';
import { changedDraft, draftOfHandoff, emptyDraft, firstDraft } from '#shared/ui/panel/draft-of-recipe.ts';
import { loadLastPicture } from '../../platform/last-picture.ts';
import { loadFills } from '../../platform/prompt-fills.ts';
import type { Services } from '../../platform/services.ts';
import { jobInAddress } from './job-in-address.ts';

/** What the panel holds; filled from a job when opened with `#job=<id>`, else from what the last click asked for. */
export function useDraft(services: Services, library: PresetLibrary) {
  const [draft, setDraft] = useState(emptyDraft);

  useEffect(() => {
    void findFirst(services).then((first) => setDraft((draft) => ({ ...draft, ...first })));
  }, [services]);

  const change = (next: Draft) => setDraft(changedDraft(draft, next, library));
  const restore = (note: HandoffRecipe | RecipeNote) => setDraft(draftOfHandoff(note, library, draft.fills));
  return { draft, change, restore };
}

async function findFirst(services: Services): Promise<Partial<Draft>> {
  const [job, last, library, fills] = await Promise.all([
    jobInAddress(services),
    loadLastPicture(),
    services.presets.load(),
    loadFills(),
  ]);
  return firstDraft({ job, last, library, fills });
}
