import type { HistoryEntry, Marks } from '#shared/history/entry.ts';
import { actOf } from './history-keys.ts';
import type { Selection } from './use-selection.ts';

export type EntryHandlers = {
  onOpen(entry: HistoryEntry): void;
  onMark(entry: HistoryEntry, change: Partial<Marks>): void;
  onDelete(entry: HistoryEntry): void;
  /** With what is selected, or with its original. */
  onCompare(entry: HistoryEntry): void;
};

/** As files are chosen in a folder. */
export function pressCard(
  entry: HistoryEntry,
  { shiftKey, ctrlKey, metaKey }: MouseEvent | KeyboardEvent,
  { selection, onOpen }: Pick<EntryHandlers, 'onOpen'> & { selection: Selection },
): void {
  if (shiftKey) selection.extendTo(entry.id);
  else if (selection.isOn || ctrlKey || metaKey) selection.toggle(entry.id);
  else onOpen(entry);
}

type Keyed = EntryHandlers & { selection: Selection; columns: number; onMove(by: number): void };

/** Does what a key on the current card means, if it means anything. */
export function pressKey(event: KeyboardEvent, entry: HistoryEntry, on: Keyed): void {
  const act = actOf(event, entry, on.columns);
  if (!act) return;
  event.preventDefault();
  if (act.kind === 'move') on.onMove(act.by);
  else if (act.kind === 'mark') on.onMark(entry, act.change);
  else if (act.kind === 'select') on.selection.toggle(entry.id);
  else if (act.kind === 'compare') on.onCompare(entry);
  else if (act.kind === 'open') pressCard(entry, event, on);
  else on.onDelete(entry);
}
