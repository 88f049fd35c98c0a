import { emptyIn, type Fills, fillIn, placeholdersOf } from '#shared/presets/placeholders.ts';
import type { Table } from './table.ts';

/** What one picture's placeholders are filled with. */
export type Values = { label: string; byName: Readonly<Record<string, string>> };

/** A campaign without a table is one picture of each layer and look. */
const noTable: readonly Values[] = [{ label: '', byName: {} }];

/** One set of values a row, for the names that the prompts use. Names are compared without their case. */
export function campaignRows(table: Table | null, names: readonly string[]): readonly Values[] {
  if (!table) return noTable;
  const used = names.filter((name) => columnOf(table, name) >= 0);
  return table.rows.map(({ cells }) => {
    const said = used.map((name) => [name, cells[columnOf(table, name)] ?? ''] as const);
    const byName = Object.fromEntries(said.filter(([, value]) => value !== ''));
    const told = used.length > 0 ? used.map((name) => byName[name]) : cells.slice(0, 1);
    return { label: told.filter(Boolean).join(', '), byName };
  });
}

/** Names that no column fills. */
export function unfilledNames(table: Table | null, names: readonly string[]): readonly string[] {
  return table ? names.filter((name) => columnOf(table, name) < 0) : names;
}

/**
 * A column that could be used, where a prompt uses none: each row would pay for the same picture.
 * `null` when every prompt uses one.
 */
export function idleColumn(table: Table | null, prompts: readonly string[]): string | null {
  if (!table || table.rows.length === 0) return null;
  const isIdle = (prompt: string) =>
    unfilledNames(table, namesIn([prompt])).length === namesIn([prompt]).length;
  return prompts.some(isIdle) ? (table.columns.find((column) => column !== '') ?? '') : null;
}

/** The first row that has nothing for a name it needs, as the sheet counts; `null` when all are whole. */
export function firstGap(
  table: Table | null,
  names: readonly string[],
): { row: number; name: string } | null {
  for (const { row, cells } of table?.rows ?? []) {
    const name = table && names.find((each) => cells[columnOf(table, each)] === '');
    if (name) return { row, name };
  }
  return null;
}

export function namesIn(prompts: readonly string[]): readonly string[] {
  return [...new Set(prompts.flatMap(placeholdersOf).map(({ name }) => name))];
}

/** Names that neither the panel's fields nor the prompts themselves have words for: a table must. */
export function namesLeftOpen(prompts: readonly string[], fills: Fills): readonly string[] {
  return [...new Set(prompts.flatMap((prompt) => emptyIn(prompt, fills)))];
}

/** `{layer:Headline}` and `{variable:City}`: what the file itself says. */
const fromFile = /\{((?:layer|variable):[^{}]+)\}/g;

export function fileNamesIn(prompts: readonly string[]): readonly string[] {
  const names = prompts.flatMap((prompt) =>
    [...prompt.matchAll(fromFile)].map(([, name = '']) => name.trim()),
  );
  return [...new Set(names)];
}

/** Whether it needs words that a table, the panel's fields or the file have to give. */
export function needsWords(prompt: string, fills: Fills): boolean {
  return namesLeftOpen([prompt], fills).length > 0 || fileNamesIn([prompt]).length > 0;
}

/** In one go: what a value says is never taken for a name. What a row says wins over the panel's fields. */
export function fillPrompt(
  prompt: string,
  fills: Fills,
  ofLayer: Readonly<Record<string, string | null>>,
): string {
  const parts = prompt.split(fromFile);
  const all = { ...fallbacksOf(prompt), ...filledOnly(fills) };
  return parts.map((part, index) => (index % 2 === 0 ? fillIn(part, all) : said(part, ofLayer))).join('');
}

/** Of the whole prompt: a part of it may have a name whose fallback stands in another part. */
function fallbacksOf(prompt: string): Fills {
  return Object.fromEntries(placeholdersOf(prompt).map(({ name, fallback }) => [name, fallback]));
}

function filledOnly(fills: Fills): Fills {
  return Object.fromEntries(Object.entries(fills).filter(([, fill]) => fill.trim() !== ''));
}

function said(name: string, ofLayer: Readonly<Record<string, string | null>>): string {
  return ofLayer[name.trim()] ?? `{${name}}`;
}

function columnOf({ columns }: Table, name: string): number {
  const wanted = name.toLowerCase();
  return columns.findIndex((column) => column.toLowerCase() === wanted);
}
