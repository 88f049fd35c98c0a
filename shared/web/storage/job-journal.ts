import { outdatedEntry } from '#shared/history/entry.ts';
import { finishedStages, isFinished, type Job, type StageName, unfinishedStages } from '#shared/jobs/job.ts';
import type { JobJournal } from '#shared/jobs/journal.ts';
import type { Database } from '#shared/web/storage/database.ts';
import { throwStorageError } from '#shared/web/storage/storage-full.ts';

const strictly = { durability: 'strict' } as const;

/** The journal in IndexedDB. Strict durability: a write that resolved survives a power cut. */
export function createJobJournal(opening: Promise<Database>): JobJournal {
  return {
    async put(job) {
      const database = await opening;
      if (isFinished(job)) return putEnded(job, database).catch(throwStorageError);
      const transaction = database.transaction('jobs', 'readwrite', strictly);
      await Promise.all([transaction.store.put(job), transaction.done]).catch(throwStorageError);
    },
    get: async (id) => (await (await opening).get('jobs', id)) ?? null,
    list: async () => (await opening).getAllFromIndex('jobs', 'createdAtMs'),
    listUnfinished: () => jobsIn(unfinishedStages, opening),
    async listDone({ engine, deploymentId }, limit) {
      const { store } = (await opening).transaction('jobs');
      const range = IDBKeyRange.bound([engine, deploymentId, 0], [engine, deploymentId, Number.MAX_VALUE]);
      const jobs: Job[] = [];
      let cursor = await store.index('doneOfDeployment').openCursor(range, 'prev');
      while (cursor && jobs.length < limit) {
        if (cursor.value.stage.name === 'done') jobs.unshift(cursor.value);
        cursor = await cursor.continue();
      }
      return jobs;
    },
    async delete(id) {
      await (await opening).delete('jobs', id);
    },
  };
}

/** In the one step with which a job has ended once more, the entry of its earlier end names its new pictures. */
async function putEnded(job: Job, database: Database): Promise<void> {
  const transaction = database.transaction(['jobs', 'history'], 'readwrite', strictly);
  const history = transaction.objectStore('history');
  const marking = history.get(job.id).then((entry) => entry && history.put(outdatedEntry(entry, job)));
  await Promise.all([transaction.objectStore('jobs').put(job), marking, transaction.done]);
}

async function jobsIn(stages: readonly StageName[], opening: Promise<Database>): Promise<Job[]> {
  const { store } = (await opening).transaction('jobs');
  const lists = await Promise.all(stages.map((stage) => store.index('stage').getAll(stage)));
  return lists.flat().sort((a, b) => a.createdAtMs - b.createdAtMs);
}

/** Ids of the jobs that have ended, read off the index alone. */
export async function endedJobIds(opening: Promise<Database>): Promise<string[]> {
  const { store } = (await opening).transaction('jobs');
  return (await Promise.all(finishedStages.map((stage) => store.index('stage').getAllKeys(stage)))).flat();
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
