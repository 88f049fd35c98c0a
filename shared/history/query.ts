import type { EngineId } from '#shared/engines/engine.ts';
import type { HistoryEntry } from '#shared/history/entry.ts';

export const shownKinds = ['all', 'favourites', 'used', 'failed'] as const;
export const datesBack = ['any', 'day', 'week', 'month'] as const;
export const sortOrders = ['newest', 'oldest', 'rating', 'cost', 'slowest'] as const;

/** What a person wants to see of the history. */
export type HistoryQuery = {
  /** Each of them has to be found somewhere in an entry's words. */
  words: string;
  kind: (typeof shownKinds)[number];
  engine: EngineId | null;
  presetId: string | null;
  /** Only pictures rated so or better, 1..5. */
  minRating: number | null;
  back: (typeof datesBack)[number];
  sort: (typeof sortOrders)[number];
};

export const everything: HistoryQuery = {
  words: '',
  kind: 'all',
  engine: null,
  presetId: null,
  minRating: null,
  back: 'any',
  sort: 'newest',
};

const dayMs = 86_400_000;
const backMs = { any: Number.POSITIVE_INFINITY, day: dayMs, week: 7 * dayMs, month: 31 * dayMs };

/** Whether an entry passes everything but the words. Deleted ones never do. */
export function passes(entry: HistoryEntry, query: HistoryQuery, nowMs: number): boolean {
  return (
    entry.deletedAtMs === null &&
    isOfKind(entry, query.kind) &&
    (query.engine === null || entry.recipe.engine === query.engine) &&
    (query.presetId === null || entry.recipe.presetId === query.presetId) &&
    (query.minRating === null || (entry.rating ?? 0) >= query.minRating) &&
    nowMs - entry.endedAtMs <= backMs[query.back]
  );
}

function isOfKind({ favourite, uses, state }: HistoryEntry, kind: HistoryQuery['kind']): boolean {
  if (kind === 'favourites') return favourite;
  if (kind === 'used') return uses.length > 0;
  return kind !== 'failed' || state !== 'done';
}

type Order = (a: HistoryEntry, b: HistoryEntry) => number;
const newest: Order = (a, b) => b.endedAtMs - a.endedAtMs;

/** Equals stand with the newest first. */
export const orders: Readonly<Record<HistoryQuery['sort'], Order>> = {
  newest,
  oldest: (a, b) => a.endedAtMs - b.endedAtMs,
  rating: (a, b) => (b.rating ?? 0) - (a.rating ?? 0) || newest(a, b),
  cost: (a, b) => (b.figures?.costUsd ?? -1) - (a.figures?.costUsd ?? -1) || newest(a, b),
  slowest: (a, b) => b.totalMs - a.totalMs || newest(a, b),
};
