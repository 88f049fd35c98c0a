import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { HistoryEntry } from '#shared/history/entry.ts';

/** The card that keys are for: it keeps the focus while others come and go, and gives its place to the next when it goes. */
export function useCurrentCard(list: RefObject<HTMLElement>, entries: readonly HistoryEntry[]) {
  const [id, setId] = useState<string | null>(null);
  const lastAt = useRef(0);
  const isMoving = useRef(false);
  const leavingId = useRef<string | null>(null);
  const found = useMemo(() => entries.findIndex((entry) => entry.id === id), [entries, id]);
  const at = found < 0 ? Math.min(lastAt.current, Math.max(0, entries.length - 1)) : found;
  lastAt.current = at;

  // A card's elements are used for another one when it is scrolled away: the focus never stays on that by mistake.
  useLayoutEffect(() => {
    if (leavingId.current !== null && leavingId.current === entries[at]?.id) return;
    if (leavingId.current !== null) isMoving.current = true;
    leavingId.current = null;
    const focused = focusedWithin(list.current);
    if (!focused && !isMoving.current) return;
    const card = cardOf(list.current, entries[at]?.id);
    if (card) isMoving.current = false;
    if (card !== focused) card?.focus({ preventScroll: true });
    if (!card && !isMoving.current) focused?.blur();
  });

  return {
    at,
    entry: entries[at],
    take: (next: string | null) => {
      if (next !== null) setId(next);
    },
    /** It is about to go: the one that takes its place is focused then. */
    leave: () => {
      leavingId.current = entries[at]?.id ?? null;
    },
    /** Answers where it is now; it is focused as soon as it is in the page. */
    moveTo: (index: number): number => {
      const next = Math.min(Math.max(index, 0), entries.length - 1);
      setId(entries[next]?.id ?? null);
      isMoving.current = true;
      return next;
    },
  };
}

/** The entry on whose card an event was: listened to on the list, a card needs no listeners of its own. */
export function idOfCard(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('[data-entry]')?.dataset.entry ?? null;
}

function cardOf(list: HTMLElement | null, id: string | undefined): HTMLElement | null {
  if (!list || id === undefined) return null;
  return list.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`);
}

function focusedWithin(list: HTMLElement | null): HTMLElement | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && list?.contains(activeElement) ? activeElement : null;
}
