/** `row` counts as the sheet does, the names being row 1. */
type TableRow = { row: number; cells: readonly string[] };

/** A sheet as it was pasted or opened: its first row names the columns. */
export type Table = { columns: readonly string[]; rows: readonly TableRow[] };

/** What keeps it from being used. */
export type TableProblem =
  | { name: 'no-rows' | 'unclosed-quote' | 'too-large' }
  | { name: 'long-row'; row: number }
  | { name: 'same-column'; column: string };

export type ParsedTable = { table: Table; problem: TableProblem | null };

/** More than any campaign, and less than makes a single cell too much for a regular expression. */
const longestCharacters = 1_000_000;

/** The text of a file, of a huge one no more than shows that it is: a character has three bytes at most. */
export function readTableFile(file: Blob): Promise<string> {
  return file.slice(0, 3 * (longestCharacters + 1)).text();
}

/**
 * Rows of a spreadsheet: tabs as they are pasted, commas or semicolons as they are saved, with quotes
 * as in RFC 4180. Empty rows are left out, and cells lose the blanks around them.
 */
export function parseTable(text: string): ParsedTable {
  if (text.length > longestCharacters)
    return { table: { columns: [], rows: [] }, problem: { name: 'too-large' } };
  const { records, isClosed } = readRecords(text.replace(/^\uFEFF/, ''));
  const [columns = [], ...lines] = records.map(trimmed);
  const filled = lines
    .map((cells, index) => ({ cells, row: index + 2 }))
    .filter(({ cells }) => cells.length > 0);
  const rows = filled.map(({ cells, row }) => ({
    row,
    cells: columns.map((_, index) => cells[index] ?? ''),
  }));
  const table = { columns, rows };
  return { table, problem: problemOf(table, filled, isClosed) };
}

function problemOf(
  { columns, rows }: Table,
  filled: readonly TableRow[],
  isClosed: boolean,
): TableProblem | null {
  if (!isClosed) return { name: 'unclosed-quote' };
  const same = columns.find((column, index) => column !== '' && columns.indexOf(column) < index);
  if (same !== undefined) return { name: 'same-column', column: same };
  const long = filled.find(({ cells }) => cells.length > columns.length);
  if (long) return { name: 'long-row', row: long.row };
  return rows.length === 0 ? { name: 'no-rows' } : null;
}

/** Without blanks around cells, and without the empty ones that sheets leave at a row's end. */
function trimmed(cells: readonly string[]): string[] {
  const whole = cells.map((cell) => cell.trim());
  const last = whole.findLastIndex((cell) => cell !== '');
  return whole.slice(0, last + 1);
}

/** A cell with what ends it: a quoted one first, which may hold anything, quotes twice. */
const quoted = /^[^\S\n\r\t]*"((?:[^"]|"")*)"[^\S\n\r\t]*/;

function readRecords(text: string): { records: string[][]; isClosed: boolean } {
  const separator = separatorOf(text);
  const plain = new RegExp(`^[^${separator}\\r\\n]*`);
  const records: string[][] = [];
  let cells: string[] = [];
  let rest = text;
  for (;;) {
    const inQuotes = quoted.exec(rest);
    const taken = inQuotes?.[0] ?? plain.exec(rest)?.[0] ?? '';
    if (!inQuotes && /^\s*"/.test(taken)) return { records: [...records, cells], isClosed: false };
    cells.push(inQuotes ? (inQuotes[1] ?? '').replaceAll('""', '"') : taken);
    rest = rest.slice(taken.length);
    if (rest.startsWith(separator)) {
      rest = rest.slice(1);
      continue;
    }
    records.push(cells);
    cells = [];
    const end = /^\r?\n|^\r/.exec(rest);
    if (rest === '') return { records, isClosed: true };
    if (!end) return { records, isClosed: false };
    rest = rest.slice(end[0].length);
  }
}

/** What the first row is divided by. Where the comma is a decimal sign, sheets save semicolons. */
function separatorOf(text: string): string {
  const first = text.replace(/"(?:[^"]|"")*"/g, '').split(/[\r\n]/, 1)[0] ?? '';
  const count = (separator: string) => first.split(separator).length;
  if (count('\t') > 1) return '\t';
  return count(';') > count(',') ? ';' : ',';
}
