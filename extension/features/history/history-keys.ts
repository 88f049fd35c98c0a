import type { HistoryEntry, Marks } from '#shared/history/entry.ts';

export type KeyAct =
  | { kind: 'mark'; change: Partial<Marks> }
  | { kind: 'delete' }
  | { kind: 'open' }
  | { kind: 'select' }
  | { kind: 'compare' }
  | { kind: 'move'; by: number };

const moves: Readonly<Record<string, (columns: number) => number>> = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: (columns) => -columns,
  ArrowDown: (columns) => columns,
  Home: () => Number.NEGATIVE_INFINITY,
  End: () => Number.POSITIVE_INFINITY,
};

/** What a key means for the entry it is pressed on; `null` for keys that are somebody else's. */
export function actOf(event: KeyboardEvent, entry: HistoryEntry, columns: number): KeyAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const { key } = event;
  const move = moves[key];
  if (move) return { kind: 'move', by: move(columns) };
  if (key.toLowerCase() === 'f') return { kind: 'mark', change: { favourite: !entry.favourite } };
  if (/^[0-5]$/.test(key)) return { kind: 'mark', change: { rating: Number(key) || null } };
  if (key === 'Delete' || key === 'Backspace') return { kind: 'delete' };
  if (key.toLowerCase() === 'x') return { kind: 'select' };
  if (key.toLowerCase() === 'c') return { kind: 'compare' };
  return key === 'Enter' || key === ' ' ? { kind: 'open' } : null;
}
