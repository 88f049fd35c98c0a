import { useEffect, useRef, useState } from 'preact/hooks';
import type { HistoryEntry, Marks } from '#shared/history/entry.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import type { Services } from '../../platform/services.ts';
import { HistoryCard } from './history-card.tsx';
import styles from './history-grid.module.css';
import { actOf } from './history-keys.ts';
import { useGrid } from './use-grid.ts';
import type { Selection } from './use-selection.ts';

export type EntryHandlers = {
  onOpen(entry: HistoryEntry): void;
  onMark(entry: HistoryEntry, change: Partial<Marks>): void;
  onDelete(entry: HistoryEntry): void;
  /** With what is selected, or with its original. */
  onCompare(entry: HistoryEntry): void;
};

type HistoryGridProps = EntryHandlers & {
  entries: readonly HistoryEntry[];
  selection: Selection;
  services: Services;
};

/** The gallery: of ten thousand pictures only those in view are in the page. */
export function HistoryGrid({ entries, selection, services, ...on }: HistoryGridProps) {
  const list = useRef<HTMLUListElement>(null);
  const current = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState(0);
  const [isMoving, setMoving] = useState(false);
  const { columns, rowHeightPx, rows, first, end } = useGrid(list, entries.length);
  const currentAt = Math.min(at, Math.max(0, entries.length - 1));

  useEffect(() => {
    if (!isMoving || !current.current) return;
    current.current.focus();
    setMoving(false);
  });

  const moveBy = (by: number) => {
    const next = Math.min(Math.max(currentAt + by, 0), entries.length - 1);
    setAt(next);
    setMoving(true);
    scrollToRow(list.current, Math.floor(next / columns), rowHeightPx);
  };
  /** As files are chosen in a folder. */
  const press = (entry: HistoryEntry, { shiftKey, ctrlKey, metaKey }: MouseEvent | KeyboardEvent) => {
    if (shiftKey) selection.extendTo(entry.id);
    else if (selection.isOn || ctrlKey || metaKey) selection.toggle(entry.id);
    else on.onOpen(entry);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const entry = entries[currentAt];
    const act = entry && actOf(event, entry, columns);
    if (!act) return;
    event.preventDefault();
    if (act.kind === 'move') return moveBy(act.by);
    if (act.kind === 'mark') return on.onMark(entry, act.change);
    if (act.kind === 'select') return selection.toggle(entry.id);
    if (act.kind === 'compare') return on.onCompare(entry);
    if (act.kind === 'open') return press(entry, event);
    // The next one takes its place, and the focus with it.
    on.onDelete(entry);
    setMoving(true);
  };

  const shown = entries.slice(first * columns, end * columns);
  return (
    <ul
      ref={list}
      class={styles.grid}
      aria-label={historyWords.title}
      style={{
        '--columns': columns,
        '--first': first,
        '--row': `${rowHeightPx}px`,
        blockSize: `${rows * rowHeightPx}px`,
      }}
      onFocusIn={({ target }) => setAt(entries.findIndex((entry) => isOf(entry, target)))}
      onClick={(event) => {
        const entry = entries.find((each) => isOf(each, event.target));
        if (entry) press(entry, event);
      }}
      onKeyDown={(event) => (event.key === 'Escape' ? selection.end() : onKeyDown(event))}
    >
      {shown.map((entry, offset) => {
        const index = first * columns + offset;
        return (
          <li key={entry.id} aria-posinset={index + 1} aria-setsize={entries.length}>
            <HistoryCard
              entry={entry}
              services={services}
              isCurrent={index === currentAt}
              buttonRef={index === currentAt ? current : null}
              isSelected={selection.isOn ? selection.ids.has(entry.id) : null}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** Whether an event on the list was on this entry's card: listened to so, a card needs no listeners of its own. */
function isOf({ id }: HistoryEntry, target: EventTarget | null): boolean {
  return target instanceof Element && target.closest<HTMLElement>('[data-entry]')?.dataset.entry === id;
}

/** Only as far as it takes for the row to be whole in view, so that its card is there to be focused. */
function scrollToRow(list: HTMLElement | null, row: number, rowHeightPx: number): void {
  if (!list) return;
  const topPx = list.getBoundingClientRect().top + row * rowHeightPx;
  const overPx = topPx + rowHeightPx - innerHeight;
  if (topPx < 0) scrollBy(0, topPx);
  else if (overPx > 0) scrollBy(0, overPx);
}
