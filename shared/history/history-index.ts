import type { HistoryEntry } from '#shared/history/entry.ts';
import { type HistoryQuery, orders, passes } from '#shared/history/query.ts';
import { engineNames } from '#shared/i18n/en/engines.ts';
import { findPreset } from '#shared/presets/find-preset.ts';

type Row = { entry: HistoryEntry; text: string };

export type HistoryIndex = ReturnType<typeof createHistoryIndex>;

/**
 * All entries in memory with their words, so that a keystroke asks no database. Sorted rows are kept for
 * the order that was asked for last: typing only filters.
 */
export function createHistoryIndex(first: readonly HistoryEntry[]) {
  const rows = new Map<string, Row>(first.map((entry) => [entry.id, { entry, text: textOf(entry) }]));
  let sorted: { order: HistoryQuery['sort']; rows: Row[] } | null = null;

  function inOrder(order: HistoryQuery['sort']): Row[] {
    if (sorted?.order !== order) {
      sorted = { order, rows: [...rows.values()].sort((a, b) => orders[order](a.entry, b.entry)) };
    }
    return sorted.rows;
  }

  return {
    get size(): number {
      return rows.size;
    },

    find(query: HistoryQuery, nowMs: number): HistoryEntry[] {
      const words = fold(query.words).split(/\s+/).filter(Boolean);
      const found: HistoryEntry[] = [];
      for (const { entry, text } of inOrder(query.sort)) {
        if (passes(entry, query, nowMs) && words.every((word) => text.includes(word))) found.push(entry);
      }
      return found;
    },

    /** Takes in an entry that is new or has changed. */
    put(entry: HistoryEntry): void {
      rows.set(entry.id, { entry, text: textOf(entry) });
      sorted = null;
    },

    delete(id: string): void {
      if (rows.delete(id)) sorted = null;
    },
  };
}

function textOf({ recipe, label, presetName, page }: HistoryEntry): string {
  const preset = presetName ?? findPreset(recipe.presetId)?.name ?? '';
  const site = page ? `${page.host} ${page.title}` : '';
  return fold([label, preset, recipe.prompt, site, engineNames[recipe.engine], recipe.seed].join('\n'));
}

/** Without case and accents: `cafe` finds `Café`. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
