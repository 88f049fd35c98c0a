import { useCallback } from 'preact/hooks';
import { pastPrompts } from '#shared/presets/past-prompts.ts';
import { findIn } from '#shared/presets/preset-library.ts';
import type { ReadPastPrompts } from '#shared/ui/prompt/use-past-prompts.ts';
import type { Services } from '../services.ts';

/** So far back the history is looked through. */
const entryCount = 300;

/** Reads what was typed for the newest pictures of the history: what is deleted there is gone here too. */
export function useReadPastPrompts({ history, presets }: Services): ReadPastPrompts {
  return useCallback(async () => {
    const [entries, library] = await Promise.all([history.newest(entryCount), presets.load()]);
    return pastPrompts(entries, (id) => findIn(library, id));
  }, [history, presets]);
}
