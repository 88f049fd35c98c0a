import { useMemo, useRef, useState } from 'preact/hooks';
import type { HistoryEntry } from '#shared/history/entry.ts';

export type Selection = ReturnType<typeof useSelection>;

/** Several entries at once, in the order they were chosen in: one by one, in ranges, or all. */
export function useSelection(entries: readonly HistoryEntry[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [isOn, setOn] = useState(false);
  const anchor = useRef<string | null>(null);
  const selected = useMemo(() => {
    const found = new Map(entries.filter(({ id }) => ids.has(id)).map((entry) => [entry.id, entry]));
    return [...ids].flatMap((id) => found.get(id) ?? []);
  }, [entries, ids]);

  const choose = (next: Iterable<string>) => {
    setOn(true);
    setIds(new Set(next));
  };
  return {
    ids,
    selected,
    /** Whether a press on a picture chooses it. */
    isOn,
    start: () => setOn(true),
    end: () => {
      setOn(false);
      setIds(new Set());
    },
    all: () => choose(entries.map(({ id }) => id)),
    toggle: (id: string) => {
      anchor.current = id;
      choose(ids.has(id) ? [...ids].filter((each) => each !== id) : [...ids, id]);
    },
    /** Everything from the one chosen last. */
    extendTo: (id: string) => {
      const places = [anchor.current ?? id, id].map((each) =>
        entries.findIndex((entry) => entry.id === each),
      );
      const range = entries.slice(Math.max(0, Math.min(...places)), Math.max(...places) + 1);
      choose([...ids, ...range.map((entry) => entry.id)]);
    },
  };
}
