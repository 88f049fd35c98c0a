import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { HistoryEntry } from '#shared/history/entry.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import type { Services } from '../../platform/services.ts';
import { type EntryHandlers, pressCard, pressKey } from './grid-acts.ts';
import { type GridCell, gapPx } from './grid-layout.ts';
import { HistoryCard } from './history-card.tsx';
import styles from './history-grid.module.css';
import { idOfCard, useCurrentCard } from './use-current-card.ts';
import { useGrid } from './use-grid.ts';
import type { Selection } from './use-selection.ts';
import { useThumbnails } from './use-thumbnail.ts';

type HistoryGridProps = EntryHandlers & {
  entries: readonly HistoryEntry[];
  selection: Selection;
  services: Services;
};

/** The gallery: of ten thousand pictures only those in view are in the page. */
export function HistoryGrid({ entries, selection, services, ...on }: HistoryGridProps) {
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const { columns, rowHeightPx, rows, cells } = useGrid(list, entries.length);
  const current = useCurrentCard(list, entries);
  const thumbnails = useThumbnails(services);
  const onMove = (by: number) => {
    const row = Math.floor(current.moveTo(current.at + by) / columns);
    scrollToRow(list.current, row, rowHeightPx);
  };
  const onDelete = (entry: HistoryEntry) => {
    current.leave();
    on.onDelete(entry);
  };
  const tabStop = tabStopOf(cells, current.at);
  return (
    <ul
      ref={list}
      class={styles.grid}
      aria-label={historyWords.title}
      aria-owns={inReadingOrder(cells)
        .map(({ slot }) => `${id}-${slot}`)
        .join(' ')}
      style={{ '--columns': columns, '--row': `${rowHeightPx}px`, blockSize: `${rows * rowHeightPx}px` }}
      onFocusIn={({ target }) => current.take(idOfCard(target))}
      onClick={(event) => {
        const pressed = idOfCard(event.target);
        const entry = entries.find((each) => each.id === pressed);
        if (entry) pressCard(entry, event, { selection, ...on });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') selection.end();
        else if (current.entry)
          pressKey(event, current.entry, { ...on, onDelete, selection, columns, onMove });
      }}
    >
      {cells.map((cell) => {
        const entry = entries[cell.index];
        if (!entry) return null;
        return (
          <Cell key={cell.slot} {...cell} id={`${id}-${cell.slot}`} columns={columns} count={entries.length}>
            <HistoryCard
              entry={entry}
              thumbnails={thumbnails}
              isCurrent={cell.index === tabStop}
              isSelected={selection.isOn ? selection.ids.has(entry.id) : null}
            />
          </Cell>
        );
      })}
    </ul>
  );
}

type CellProps = GridCell & { id: string; columns: number; count: number; children: ComponentChildren };

/** Where a card stands, in the page and in the whole gallery. */
function Cell({ id, index, column, topPx, columns, count, children }: CellProps) {
  const insetInlineStart = `calc((100% + ${gapPx}px) * ${column / columns})`;
  return (
    <li
      id={id}
      class={styles.cell}
      style={{ insetBlockStart: `${topPx}px`, insetInlineStart }}
      aria-posinset={index + 1}
      aria-setsize={count}
    >
      {children}
    </li>
  );
}

/** In the page they stand as their slots do: who has it read out hears them in order all the same. */
function inReadingOrder(cells: readonly GridCell[]): GridCell[] {
  return cells.toSorted((a, b) => a.index - b.index);
}

/** The one card that Tab reaches: the current one, or the first that is there. */
function tabStopOf(cells: readonly GridCell[], currentAt: number): number {
  if (cells.some(({ index }) => index === currentAt)) return currentAt;
  return Math.min(...cells.map(({ index }) => index));
}

/** Only as far as it takes for the row to be whole in view, so that its card is there to be focused. */
function scrollToRow(list: HTMLElement | null, row: number, rowHeightPx: number): void {
  if (!list) return;
  const topPx = list.getBoundingClientRect().top + row * rowHeightPx;
  const overPx = topPx + rowHeightPx - innerHeight;
  if (topPx < 0) scrollBy(0, topPx);
  else if (overPx > 0) scrollBy(0, overPx);
}
