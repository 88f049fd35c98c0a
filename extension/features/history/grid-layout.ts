export type GridLayout = { columns: number; rowHeightPx: number; rows: number };
export type RowsInView = { first: number; end: number };
export type GridCell = { index: number; slot: number; column: number; topPx: number };

const minCardPx = 152;
export const gapPx = 12;
/** Two lines of words under the picture. */
const wordsPx = 58;

/** How many cards lie side by side in a width, each with a square picture. */
export function layoutGrid(count: number, widthPx: number): GridLayout {
  const columns = Math.max(1, Math.floor((widthPx + gapPx) / (minCardPx + gapPx)));
  const cardPx = (widthPx - (columns - 1) * gapPx) / columns;
  return { columns, rowHeightPx: Math.round(cardPx + wordsPx + gapPx), rows: Math.ceil(count / columns) };
}

const spareRows = 2;

/** The rows to have in the page when this part of the grid is in view; the end is exclusive. */
export function rowsInView(
  { rowHeightPx, rows }: GridLayout,
  { topPx, heightPx }: { topPx: number; heightPx: number },
): RowsInView {
  const first = Math.floor(topPx / rowHeightPx) - spareRows;
  const end = Math.ceil((topPx + heightPx) / rowHeightPx) + spareRows;
  const clamp = (row: number) => Math.min(Math.max(row, 0), rows);
  return { first: clamp(first), end: clamp(end) };
}

/** How many rows can be in the page at once when so much of the grid is in view. */
export function mostRows({ rowHeightPx }: GridLayout, heightPx: number): number {
  return Math.ceil(heightPx / rowHeightPx) + 1 + 2 * spareRows;
}

/**
 * The cards of these rows and where they lie. A slot is a place in the page that is used again: what scrolls out on
 * one side lends its elements to what comes in on the other, and each keeps its column. In the order of slots.
 */
export function cellsOf(
  { columns, rowHeightPx }: GridLayout,
  { first, end }: RowsInView,
  { count, slotRows }: { count: number; slotRows: number },
): GridCell[] {
  const from = first * columns;
  const length = Math.max(0, Math.min(end * columns, count) - from);
  const cells = Array.from({ length }, (_, offset) => {
    const row = Math.floor((from + offset) / columns);
    const column = offset % columns;
    const slot = (row % slotRows) * columns + column;
    return { index: from + offset, slot, column, topPx: row * rowHeightPx };
  });
  return cells.sort((a, b) => a.slot - b.slot);
}
