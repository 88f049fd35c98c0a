import type { Job } from '#shared/jobs/job.ts';
import type { JobJournal } from '#shared/jobs/journal.ts';
import type { Database } from './database.ts';
import { throwStorageError } from './storage-full.ts';

/** The journal in IndexedDB. Strict durability: a write that resolved survives a power cut. */
export function createJobJournal(opening: Promise<Database>): JobJournal {
  return {
    async put(job) {
      const transaction = (await opening).transaction('jobs', 'readwrite', { durability: 'strict' });
      await Promise.all([transaction.store.put(job), transaction.done]).catch(throwStorageError);
    },
    get: async (id) => (await (await opening).get('jobs', id)) ?? null,
    list: async () => (await opening).getAllFromIndex('jobs', 'createdAtMs'),
    async delete(id) {
      await (await opening).delete('jobs', id);
    },
  };
}

/** The newest jobs, newest first. */
export async function newestJobs(opening: Promise<Database>, limit: number): Promise<Job[]> {
  const jobs: Job[] = [];
  const { store } = (await opening).transaction('jobs');
  let cursor = await store.index('createdAtMs').openCursor(null, 'prev');
  while (cursor && jobs.length < limit) {
    jobs.push(cursor.value);
    cursor = await cursor.continue();
  }
  return jobs;
}
