import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { HistoryEntry, Marks } from '#shared/history/entry.ts';
import { createHistoryIndex, type HistoryIndex } from '#shared/history/history-index.ts';
import { everything, type HistoryQuery } from '#shared/history/query.ts';
import { onJobChanged, tellJobChanged } from '../../messaging.ts';
import type { Services } from '../../platform/services.ts';

/** As many as any window shows at first: they are there before the rest is read. */
const firstCount = 80;

export type History = ReturnType<typeof useHistory>;

/** The whole history in memory, what of it is asked for, and the ways to change it. */
export function useHistory({ history }: Services) {
  const [query, setQuery] = useState<HistoryQuery>(everything);
  const [revision, setRevision] = useState(0);
  const [isWhole, setWhole] = useState(false);
  const index = useRef<HistoryIndex | null>(null);
  const renew = useCallback(() => setRevision((count) => count + 1), []);

  useEffect(() => {
    const fill = (entries: readonly HistoryEntry[]) => {
      index.current = createHistoryIndex(entries);
      renew();
    };
    void history
      .newest(firstCount)
      .then(fill)
      .then(nextFrame)
      .then(history.all)
      .then(fill)
      .then(() => setWhole(true));
  }, [history, renew]);

  useEffect(() => {
    const take = async (id: string) => {
      const entry = await history.get(id);
      if (entry) index.current?.put(entry);
      else index.current?.delete(id);
      renew();
    };
    return onJobChanged((id) => void take(id));
  }, [history, renew]);

  const mark = useCallback(
    async (id: string, change: Partial<Marks>) => {
      const entry = await history.mark(id, () => change);
      if (entry) index.current?.put(entry);
      renew();
      tellJobChanged(id);
    },
    [history, renew],
  );

  const found = useMemo(() => index.current?.find(query, Date.now()) ?? null, [revision, query]);
  const allCount = useMemo(() => index.current?.find(everything, Date.now()).length ?? 0, [revision]);
  return { query, setQuery, found, allCount, isWhole, mark };
}

/** What is there is painted before the rest is read. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
