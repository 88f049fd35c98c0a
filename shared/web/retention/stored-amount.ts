import type { Database } from '#shared/web/storage/database.ts';

export type StoredAmount = { sizeBytes: number; pictureCount: number };

/** How much the pictures take up, and how many results there are. */
export async function storedAmount(opening: Promise<Database>): Promise<StoredAmount> {
  const database = await opening;
  const [facts, entries] = await Promise.all([database.getAll('pictureFacts'), database.getAll('history')]);
  return {
    sizeBytes: facts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    pictureCount: entries.filter(({ state, deletedAtMs }) => state === 'done' && deletedAtMs === null).length,
  };
}
