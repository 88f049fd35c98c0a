export type GridLayout = { columns: number; rowHeightPx: number; rows: number };

const minCardPx = 152;
const gapPx = 12;
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
): { first: number; end: number } {
  const first = Math.floor(topPx / rowHeightPx) - spareRows;
  const end = Math.ceil((topPx + heightPx) / rowHeightPx) + spareRows;
  const clamp = (row: number) => Math.min(Math.max(row, 0), rows);
  return { first: clamp(first), end: clamp(end) };
}
