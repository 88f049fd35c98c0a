import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fills } from '#shared/presets/placeholders.ts';
import {
  campaignRows,
  fileNamesIn,
  fillPrompt,
  firstGap,
  idleColumn,
  namesIn,
  namesLeftOpen,
  needsWords,
  unfilledNames,
} from '../../figma-plugin/ui/campaign/campaign.ts';
import { parseTable, readTableFile, type Table } from '../../figma-plugin/ui/campaign/table.ts';

const cellsOf = ({ rows }: Table) => rows.map(({ cells }) => cells);

describe('a table', () => {
  test.each([
    ['pasted from a sheet', 'city\tprice\r\nRome\t5\r\nOslo\t7\r\n'],
    ['saved with commas', 'city,price\nRome,5\n\n  ,\nOslo,7'],
    ['saved where the comma is a decimal sign', '\uFEFFcity;price\nRome;5\nOslo;7\n'],
    ['with quotes where none are needed', '"city" , "price"\r"Rome","5"\r Oslo , 7 ,,\r'],
  ])('%s', (_name, text) => {
    const { table, problem } = parseTable(text);
    expect(problem).toBeNull();
    expect(table.columns).toEqual(['city', 'price']);
    expect(cellsOf(table)).toEqual([
      ['Rome', '5'],
      ['Oslo', '7'],
    ]);
  });

  test('quoted cells hold separators, line ends and quotes', () => {
    const { table, problem } = parseTable('name,words\n"Ann, ""the"" best","two\nlines"\n');
    expect(problem).toBeNull();
    expect(cellsOf(table)).toEqual([['Ann, "the" best', 'two\nlines']]);
  });

  test.each([
    ['', { name: 'no-rows' }],
    ['city,price', { name: 'no-rows' }],
    ['city\n"Rome', { name: 'unclosed-quote' }],
    ['city\n"Rome" is far\n', { name: 'unclosed-quote' }],
    ['city,city\nRome,Oslo', { name: 'same-column', column: 'city' }],
    ['city\n\nRome\nOslo,7', { name: 'long-row', row: 4 }],
  ])('%j is refused with its reason', (text, problem) => {
    expect(parseTable(text).problem).toEqual(problem);
  });

  test.each([
    ['one cell', `"${'a'.repeat(10_000_000)}"`],
    ['quotes', `"${'""'.repeat(5_000_000)}"`],
    ['an open quote', `"${'a""'.repeat(3_000_000)}`],
  ])('%s of ten million characters is refused in words, not a fault of the panel', async (_name, text) => {
    expect(parseTable(`city\n${text}`).problem).toEqual({ name: 'too-large' });
    const read = await readTableFile(new Blob([`city\n${text}`]));
    expect(parseTable(read).problem).toEqual({ name: 'too-large' });
  });

  test('the largest cell that is taken is read whole', async () => {
    const cell = 'ü'.repeat(999_990);
    const read = await readTableFile(new Blob([`city\n"${cell}"`]));
    expect(cellsOf(parseTable(read).table)).toEqual([[cell]]);
    const quotes = '"'.repeat(499_990);
    expect(cellsOf(parseTable(`city\n"${quotes.repeat(2)}"`).table)).toEqual([[quotes]]);
  });

  const cell = fc.string({
    unit: fc.constantFrom('a', 'B', 'ü', '7', ' ', ',', ';', '\t', '"', '\n', '\r', '{'),
  });
  const sheet = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    );

  test('property: whatever is in the cells, written with quotes it is read as it was', () => {
    fc.assert(
      fc.property(
        sheet,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, separator, end) => {
          const columns = (rows[0] ?? []).map((_, index) => `c${index}`);
          fc.pre(columns.length > 1 || separator === ',');
          const quoted = (cells: string[]) =>
            cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator);
          const text = [columns, ...rows].map(quoted).join(end);
          const wanted = rows
            .map((cells) => cells.map((each) => each.trim()))
            .filter((cells) => cells.some(Boolean));
          const { table } = parseTable(text);
          expect(table.columns).toEqual(columns);
          expect(cellsOf(table)).toEqual(wanted);
        },
      ),
    );
  });

  test('property: no text makes it fail, or takes long', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (parts) => {
        const { table } = parseTable(parts.join(''));
        for (const cells of cellsOf(table)) expect(cells).toHaveLength(table.columns.length);
      }),
    );
  });
});

describe('a campaign', () => {
  const { table } = parseTable('Product,city\nShoes,Rome\nHat,\n');

  test('one set of values a row, for the names that the prompt uses, whatever their case', () => {
    const rows = campaignRows(table, namesIn(['{product} on a table']));
    expect(rows).toEqual([
      { label: 'Shoes', byName: { product: 'Shoes' } },
      { label: 'Hat', byName: { product: 'Hat' } },
    ]);
    expect(campaignRows(null, ['product'])).toHaveLength(1);
    expect(campaignRows(table, []).map(({ label }) => label)).toEqual(['Shoes', 'Hat']);
  });

  test('what nothing fills, and the first empty cell, are known before anything is sent', () => {
    expect(unfilledNames(table, ['product', 'price'])).toEqual(['price']);
    expect(unfilledNames(null, ['product'])).toEqual(['product']);
    expect(firstGap(table, ['product'])).toBeNull();
    expect(firstGap(table, ['product', 'city'])).toEqual({ row: 3, name: 'city' });
  });

  test('what a quick action cannot send at once: a prompt with words still open, or with words of the file', () => {
    expect(needsWords('Paint {x: red}', {})).toBe(false);
    expect(needsWords('Paint {x}', {})).toBe(true);
    expect(needsWords('Paint {x}', { x: 'red' })).toBe(false);
    expect(needsWords('Write {layer:Headline}', {})).toBe(true);
  });

  test('rows that change nothing are never multiplied: a prompt that uses no column is known', () => {
    expect(idleColumn(table, ['{product} on a table'])).toBeNull();
    expect(idleColumn(table, ['On a table'])).toBe('Product');
    expect(idleColumn(table, ['On a {surface: table}'])).toBe('Product');
    expect(idleColumn(table, ['{City: Rome}', 'On a table'])).toBe('Product');
    expect(idleColumn(null, ['On a table'])).toBeNull();
    expect(idleColumn(parseTable('city').table, ['On a table'])).toBeNull();
  });

  test('a gap is in the row that the sheet calls so, however many empty ones are above it', () => {
    const { table: sparse } = parseTable('product,city\n\nShoes,Rome\n,\nHat,\n');
    expect(firstGap(sparse, ['city'])).toEqual({ row: 5, name: 'city' });
  });

  test('rows, texts of layers and variables go into one prompt; a value is never filled again', () => {
    const prompt = '{product}: {layer:Head line} in {variable:places/City}, {layer:None}';
    expect(fileNamesIn([prompt, prompt])).toEqual(['layer:Head line', 'variable:places/City', 'layer:None']);
    const ofLayer = {
      'layer:Head line': 'Now {product}',
      'variable:places/City': 'Rome',
      'layer:None': null,
    };
    const filled = fillPrompt(prompt, { product: '{layer:Head line}' }, ofLayer);
    expect(filled).toBe('{layer:Head line}: Now {product} in Rome, {layer:None}');
  });

  test('a fallback counts wherever its name stands, also past a name of the file', () => {
    const prompt = 'Paint {x: red} with {layer:H} and {x}';
    expect(namesLeftOpen([prompt], {})).toEqual([]);
    const paint = (fills: Fills) => fillPrompt(prompt, fills, { 'layer:H': 'Sale' });
    expect(paint({})).toBe('Paint red with Sale and red');
    expect(paint({ x: ' ' })).toBe('Paint red with Sale and red');
    expect(paint({ x: 'blue' })).toBe('Paint blue with Sale and blue');
  });

  const piece = fc.constantFrom('{x}', '{x: red}', '{y: a}', '{y}', '{layer:H}', '{variable:V}', ' and ');

  test('property: a prompt in which nothing is open has no braces left once it is filled', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const prompt = pieces.join('');
        fc.pre(namesLeftOpen([prompt], {}).length === 0);
        expect(fillPrompt(prompt, {}, { 'layer:H': 'h', 'variable:V': 'v' })).not.toMatch(/[{}]/);
      }),
    );
  });
});
