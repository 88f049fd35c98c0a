import { useEffect, useState } from 'preact/hooks';
import { builtInPresets } from '#shared/presets/built-in.ts';
import type { Draft } from '#shared/ui/panel/draft.ts';
import type { Services } from '../../platform/services.ts';

const first = builtInPresets[0];

const emptyDraft: Draft = {
  presetId: first?.id ?? null,
  prompt: '',
  strength: first?.strength ?? 0.8,
  seed: null,
};

/** What the panel holds; filled from a job when opened with `#job=<id>`. */
export function useDraft({ journal }: Services) {
  const [draft, setDraft] = useState(emptyDraft);

  useEffect(() => {
    const jobId = new URLSearchParams(location.hash.slice(1)).get('job');
    if (!jobId) return;
    void journal.get(jobId).then((job) => {
      if (!job) return;
      const { presetId, prompt, strength } = job.recipe;
      setDraft({
        presetId,
        prompt: presetId ? '' : prompt,
        strength: strength ?? emptyDraft.strength,
        seed: null,
      });
    });
  }, [journal]);

  /** Choosing a preset brings its own strength along. */
  const change = (next: Draft) => {
    const preset = builtInPresets.find(({ id }) => id === next.presetId);
    const isNewPreset = next.presetId !== draft.presetId;
    setDraft(isNewPreset && preset ? { ...next, strength: preset.strength } : next);
  };
  return [draft, change] as const;
}
