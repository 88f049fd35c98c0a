import { useEffect, useRef, useState } from 'preact/hooks';
import { undoMs } from '#shared/history/retention.ts';
import type { Batch } from '#shared/jobs/batch/batch.ts';
import { ask } from '../../messaging.ts';

/** A batch taken off the list is hidden at once, and gone when that can no longer be undone. */
export function useRemoval() {
  const [hiddenIds, setHiddenIds] = useState<readonly string[]>([]);
  const [removed, setRemoved] = useState<Batch | null>(null);
  const waitingId = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const stopWaiting = () => {
    clearTimeout(timer.current);
    waitingId.current = null;
    setRemoved(null);
  };
  const settle = () => {
    const batchId = waitingId.current;
    stopWaiting();
    if (batchId !== null) void ask('batch.remove', { batchId }).catch(() => {});
  };
  useEffect(() => {
    // A page that is closed can no longer undo.
    addEventListener('pagehide', settle);
    return () => {
      removeEventListener('pagehide', settle);
      settle();
    };
  }, []);

  return {
    removed,
    isHidden: ({ id }: Batch) => hiddenIds.includes(id),
    remove(batch: Batch): void {
      settle();
      waitingId.current = batch.id;
      setHiddenIds((ids) => [...ids, batch.id]);
      setRemoved(batch);
      timer.current = setTimeout(settle, undoMs);
    },
    undo(): void {
      setHiddenIds((ids) => ids.filter((id) => id !== removed?.id));
      stopWaiting();
    },
  };
}
