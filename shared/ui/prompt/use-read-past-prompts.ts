import { useCallback } from 'preact/hooks';
import type { HistoryStore } from '#shared/history/history-store.ts';
import { pastPrompts } from '#shared/presets/past-prompts.ts';
import { findIn } from '#shared/presets/preset-library.ts';
import type { PresetShelf } from '#shared/presets/preset-shelf.ts';
import type { ReadPastPrompts } from '#shared/ui/prompt/use-past-prompts.ts';

/** So far back the history is looked through. */
const entryCount = 300;

type Shelves = { history: Pick<HistoryStore, 'newest'>; presets: Pick<PresetShelf, 'load'> };

/** Reads what was typed for the newest pictures of the history: what is deleted there is gone here too. */
export function useReadPastPrompts({ history, presets }: Shelves): ReadPastPrompts {
  return useCallback(async () => {
    const [entries, library] = await Promise.all([history.newest(entryCount), presets.load()]);
    return pastPrompts(entries, (id) => findIn(library, id));
  }, [history, presets]);
}
