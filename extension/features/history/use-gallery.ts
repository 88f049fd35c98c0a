import { useEffect, useState } from 'preact/hooks';
import type { HistoryEntry } from '#shared/history/entry.ts';
import { ask } from '../../messaging.ts';
import type { Services } from '../../platform/services.ts';
import { type Sides, sidesOf } from './comparing/sides.ts';
import { useDeletion } from './use-deletion.ts';
import { useHistory } from './use-history.ts';
import { useSelection } from './use-selection.ts';

/** All that the gallery shows and does, less how it looks. `firstId`: the entry to open at first. */
export function useGallery(services: Services, firstId: string | null) {
  const { found, mark, ...history } = useHistory(services);
  const deletion = useDeletion(mark);
  const [openId, setOpenId] = useState(firstId);
  const [compared, setCompared] = useState<Sides | null>(null);
  const entries = found ?? [];
  const selection = useSelection(entries);
  // Jobs of earlier versions get their entries now, if the worker had no time yet.
  useEffect(() => {
    if (history.isWhole) void ask('history.catchUp', {}).catch(() => {});
  }, [history.isWhole]);

  const openAt = entries.findIndex(({ id }) => id === openId);
  const remove = (chosen: readonly HistoryEntry[]) => {
    // The next one takes the place of an open one.
    if (openId !== null) setOpenId((entries[openAt + 1] ?? entries[openAt - 1])?.id ?? null);
    void deletion.remove(chosen);
    selection.end();
  };
  return {
    ...history,
    entries,
    mark,
    selection,
    deletion: { ...deletion, remove },
    /** The entry whose details are shown. */
    open: entries[openAt],
    openEntry: (entry: HistoryEntry | null) => setOpenId(entry?.id ?? null),
    step: (by: number) => setOpenId(entries[openAt + by]?.id ?? openId),
    /** The two pictures that are compared. */
    compared,
    compare: (chosen: readonly HistoryEntry[]) => setCompared(sidesOf(chosen)),
    endCompare: () => setCompared(null),
    /** A key on one of those selected is for all of them. */
    withOthers: (entry: HistoryEntry) => (selection.ids.has(entry.id) ? selection.selected : [entry]),
  };
}

export type Gallery = ReturnType<typeof useGallery>;
