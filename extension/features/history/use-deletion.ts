import { useEffect, useRef, useState } from 'preact/hooks';
import type { HistoryEntry, Marks } from '#shared/history/entry.ts';
import { undoMs } from '#shared/history/retention.ts';
import { ask } from '../../messaging.ts';

type Mark = (ids: readonly string[], change: Partial<Marks>) => Promise<void>;

/** Deleting hides at once; the bytes go when it can no longer be undone. */
export function useDeletion(mark: Mark) {
  const [deleted, setDeleted] = useState<readonly HistoryEntry[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const idsOf = (entries: readonly HistoryEntry[]) => entries.map(({ id }) => id);
  const settle = () => {
    setDeleted([]);
    // A page that is closed before leaves it to the worker's next tidying.
    void ask('history.tidy', {}).catch(() => {});
  };
  return {
    /** What can still be had back, all of one deletion. */
    deleted,
    remove: async (entries: readonly HistoryEntry[]) => {
      clearTimeout(timer.current);
      await mark(idsOf(entries), { deletedAtMs: Date.now() });
      setDeleted(entries);
      timer.current = setTimeout(settle, undoMs);
    },
    undo: async () => {
      clearTimeout(timer.current);
      await mark(idsOf(deleted), { deletedAtMs: null });
      setDeleted([]);
    },
  };
}
