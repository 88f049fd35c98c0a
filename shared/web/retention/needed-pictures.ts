import type { IDBPTransaction, StoreNames } from 'idb';
import { picturesOf } from '#shared/history/entry.ts';
import { type Job, unfinishedStages } from '#shared/jobs/job.ts';
import type { BlobKey } from '#shared/ports.ts';
import type { Schema } from '#shared/web/storage/database.ts';

/** Whatever names pictures is read within the one transaction that deletes them. */
export type SweepTransaction = IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>;

type Reader = (transaction: SweepTransaction) => Promise<BlobKey[]>;

/** Each kind of document that names pictures, with the stores it is read from. */
const readers: readonly Reader[] = [neededByHistory, neededByJobsBeside];
export const namingStores: readonly StoreNames<Schema>[] = ['jobs', 'history'];

/** Every picture that something names. */
export async function neededPictures(transaction: SweepTransaction): Promise<Set<BlobKey>> {
  return new Set((await Promise.all(readers.map((read) => read(transaction)))).flat());
}

async function neededByHistory(transaction: SweepTransaction): Promise<BlobKey[]> {
  const entries = await transaction.objectStore('history').getAll();
  return entries.flatMap(({ pictureKeys, thumbnailKey }) => [
    ...pictureKeys,
    ...(thumbnailKey ? [thumbnailKey] : []),
  ]);
}

/** Jobs on their way, and those that ended without an entry. The others need not be read. */
async function neededByJobsBeside(transaction: SweepTransaction): Promise<BlobKey[]> {
  const jobs = transaction.objectStore('jobs');
  const known = new Set(await transaction.objectStore('history').getAllKeys());
  const beside = (await jobs.getAllKeys()).filter((id) => !known.has(id));
  const unfinished = await Promise.all(unfinishedStages.map((stage) => jobs.index('stage').getAll(stage)));
  const others = await Promise.all(beside.map((id) => jobs.get(id)));
  return [...unfinished.flat(), ...others].flatMap((job: Job | undefined) => (job ? picturesOf(job) : []));
}
