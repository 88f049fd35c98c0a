import type { HistoryEntry } from '#shared/history/entry.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import type { BlobKey } from '#shared/ports.ts';
import { titleOfEntry } from '../entry-title.ts';

export type Side = { key: BlobKey; label: string };
export type Sides = readonly [Side, Side];

/** The two pictures to compare: of one entry its original and its result, of two their results. */
export function sidesOf(entries: readonly HistoryEntry[]): Sides | null {
  const [first, second] = entries;
  if (!first?.result || entries.length > 2) return null;
  const result = { key: first.result.key, label: titleOfEntry(first) };
  if (second) return second.result && [result, { key: second.result.key, label: titleOfEntry(second) }];
  const { sourceKey } = first.recipe;
  return sourceKey === '' ? null : [{ key: sourceKey, label: historyWords.compare.original }, result];
}
