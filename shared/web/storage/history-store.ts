import type { HistoryEntry, Marks } from '#shared/history/entry.ts';
import type { HistoryStore } from '#shared/history/history-store.ts';
import type { Database } from '#shared/web/storage/database.ts';
import { throwStorageError } from '#shared/web/storage/storage-full.ts';

/** How many of one recipe are looked at: the newest may be deleted or have failed. */
const fewest = 20;

/** The history in IndexedDB. */
export function createHistoryStore(opening: Promise<Database>): HistoryStore {
  return {
    async record(entry) {
      const { store, done } = (await opening).transaction('history', 'readwrite');
      const known = await store.get(entry.id);
      // Run again after it was deleted, it is wanted again.
      const marked = known ? { ...entry, ...marksOf(known), deletedAtMs: null } : entry;
      await Promise.all([store.put(marked), done]).catch(throwStorageError);
    },
    get: async (id) => (await (await opening).get('history', id)) ?? null,
    async newest(limit, untilMs) {
      const range = untilMs === undefined ? null : IDBKeyRange.lowerBound(-untilMs);
      return (await opening).getAllFromIndex('history', 'newestFirst', range, limit);
    },
    all: async () => (await opening).getAll('history'),
    async findByRecipe(by, key) {
      const found = await (await opening).getAllFromIndex('history', by, key);
      return found.sort((a, b) => b.endedAtMs - a.endedAtMs).slice(0, fewest);
    },
    async mark(id, change) {
      const { store, done } = (await opening).transaction('history', 'readwrite');
      const entry = await store.get(id);
      const marked = entry && { ...entry, ...change(entry) };
      await Promise.all([marked && store.put(marked), done]).catch(throwStorageError);
      return marked ?? null;
    },
    async delete(id) {
      await (await opening).delete('history', id);
    },
  };
}

function marksOf({ favourite, rating, uses, deletedAtMs }: HistoryEntry): Marks {
  return { favourite, rating, uses, deletedAtMs };
}
