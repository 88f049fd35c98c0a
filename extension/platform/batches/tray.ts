import type { BatchPicture } from '#shared/jobs/batch/batch.ts';
import { throwStorageError } from '#shared/web/storage/storage-full.ts';
import type { BatchDatabase } from './batch-database.ts';

export type TrayPicture = { id: number; picture: BatchPicture };

/** Pictures gathered for the next batch, from files and from pages. */
export function createTray(open: () => Promise<BatchDatabase>) {
  return {
    async add(picture: BatchPicture): Promise<void> {
      await (await open()).add('tray', picture).catch(throwStorageError);
    },

    async list(): Promise<TrayPicture[]> {
      const { store } = (await open()).transaction('tray');
      const [ids, pictures] = await Promise.all([store.getAllKeys(), store.getAll()]);
      return pictures.map((picture, at) => ({ id: ids[at] ?? -1, picture }));
    },

    async remove(ids: readonly number[]): Promise<void> {
      const transaction = (await open()).transaction('tray', 'readwrite');
      await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
    },
  };
}
