import type { HistoryEntry, Marks } from '#shared/history/entry.ts';

/** Where ended jobs are kept to be found again. */
export type HistoryStore = {
  /** Keeps an entry; what people have marked an earlier one of the same job with stays. */
  record(entry: HistoryEntry): Promise<void>;
  get(id: string): Promise<HistoryEntry | null>;
  /** At most `limit`, the newest first, of those that ended at `untilMs` or before; deleted ones too. */
  newest(limit: number, untilMs?: number): Promise<HistoryEntry[]>;
  all(): Promise<HistoryEntry[]>;
  /** The newest entries of this recipe, with or without its seed: at most a handful. */
  findByRecipe(by: 'recipeKey' | 'likeKey', key: string): Promise<HistoryEntry[]>;
  /** Changes marks in one step; answers the entry as it is now, `null` where there is none. */
  mark(id: string, change: (marks: Marks) => Partial<Marks>): Promise<HistoryEntry | null>;
  delete(id: string): Promise<void>;
};
