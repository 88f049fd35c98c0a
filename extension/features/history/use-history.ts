import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { HistoryEntry, Marks } from '#shared/history/entry.ts';
import { createHistoryIndex, type HistoryIndex } from '#shared/history/history-index.ts';
import type { HistoryStore } from '#shared/history/history-store.ts';
import { everything, type HistoryQuery } from '#shared/history/query.ts';
import { onJobChanged, tellJobChanged } from '../../messaging.ts';
import type { Services } from '../../platform/services.ts';

/** As many as any window shows at first: they are there before the rest is read. */
const firstCount = 80;
/** Read at once they would hold the page up for a tenth of a second. */
const chunkCount = 1_000;

/** The whole history in memory, what of it is asked for, and the ways to change it. */
export function useHistory({ history }: Services) {
  const [query, setQuery] = useState<HistoryQuery>(everything);
  const [revision, setRevision] = useState(0);
  const [isWhole, setWhole] = useState(false);
  const index = useRef<HistoryIndex | null>(null);
  const renew = useCallback(() => setRevision((count) => count + 1), []);

  useEffect(() => {
    const read = async () => {
      const first = await history.newest(firstCount);
      index.current = createHistoryIndex(first);
      renew();
      for await (const chunk of olderThan(first, history))
        for (const entry of chunk) index.current.put(entry);
      renew();
      setWhole(true);
    };
    void read();
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
    async (ids: readonly string[], change: Partial<Marks>) => {
      for (const entry of await Promise.all(ids.map((id) => history.mark(id, () => change))))
        if (entry) index.current?.put(entry);
      renew();
      for (const id of ids) tellJobChanged(id);
    },
    [history, renew],
  );

  const found = useMemo(() => index.current?.find(query, Date.now()) ?? null, [revision, query]);
  const allCount = useMemo(() => index.current?.find(everything, Date.now()).length ?? 0, [revision]);
  return { query, setQuery, found, allCount, isWhole, mark };
}

/** All entries after these, in parts; what ended at the same moment as the last comes once more. */
async function* olderThan(first: readonly HistoryEntry[], history: HistoryStore) {
  let last = first.at(-1);
  while (last) {
    await nextFrame();
    const chunk: HistoryEntry[] = await history.newest(chunkCount, last.endedAtMs);
    yield chunk;
    const end = chunk.at(-1);
    last = end && chunk.length === chunkCount && end.id !== last.id ? end : undefined;
  }
}

/** What is there is painted before the rest is read. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
