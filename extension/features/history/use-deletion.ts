import { useEffect, useRef, useState } from 'preact/hooks';
import type { HistoryEntry, Marks } from '#shared/history/entry.ts';
import { undoMs } from '#shared/history/retention.ts';
import { ask } from '../../messaging.ts';

type Mark = (id: string, change: Partial<Marks>) => Promise<void>;

/** Deleting hides at once; the bytes go when it can no longer be undone. */
export function useDeletion(mark: Mark) {
  const [deleted, setDeleted] = useState<HistoryEntry | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const settle = () => {
    setDeleted(null);
    // A page that is closed before leaves it to the worker's next tidying.
    void ask('history.tidy', {}).catch(() => {});
  };
  return {
    deleted,
    remove: async (entry: HistoryEntry) => {
      clearTimeout(timer.current);
      await mark(entry.id, { deletedAtMs: Date.now() });
      setDeleted(entry);
      timer.current = setTimeout(settle, undoMs);
    },
    undo: async () => {
      clearTimeout(timer.current);
      if (deleted) await mark(deleted.id, { deletedAtMs: null });
      setDeleted(null);
    },
  };
}
