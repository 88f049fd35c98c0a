import type { Page } from 'playwright-core';
import { isFinished, type Job } from '#shared/jobs/job.ts';
import { waitFor } from '../browser/wait-for.ts';
import { type StoragePage, storedValues } from './stored-values.ts';

export type JobPage = StoragePage;

type Stored64 = { base64: string; mimeType: string };
type BlobPage = { evaluate(read: (key: string) => Promise<Stored64>, key: string): Promise<Stored64> };

/** Every job in the extension's journal, oldest first, read from one of its own pages. */
export async function readJobs(extensionPage: JobPage): Promise<Job[]> {
  const jobs = await storedValues<Job>(extensionPage, 'jobs');
  return jobs.toSorted((one, other) => one.createdAtMs - other.createdAtMs);
}

/** The bytes stored under a key. */
export async function readBlob(
  extensionPage: BlobPage,
  key: string,
): Promise<{ bytes: Buffer; mimeType: string }> {
  const { base64, mimeType } = await extensionPage.evaluate(
    (wanted) =>
      new Promise<Stored64>((resolve, reject) => {
        const opening = indexedDB.open('restyle');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('blobs').objectStore('blobs').get(wanted);
          reading.onsuccess = () => {
            opening.result.close();
            const stored = reading.result as { bytes: BlobPart; mimeType: string };
            const reader = new FileReader();
            reader.onload = () =>
              resolve({ base64: String(reader.result).split(',')[1] ?? '', mimeType: stored.mimeType });
            reader.readAsDataURL(new Blob([stored.bytes]));
          };
        };
      }),
    key,
  );
  return { bytes: Buffer.from(base64, 'base64'), mimeType };
}

/** The keys of all stored pictures. */
export function blobKeys(extensionPage: Page): Promise<string[]> {
  return extensionPage.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const opening = indexedDB.open('restyle');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('blobs').objectStore('blobs').getAllKeys();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result.map(String));
          };
        };
      }),
  );
}

/** Makes the extension forget what it has made: the same again is a run again, and not shown for free. */
export async function forgetHistory(extensionPage: Page): Promise<void> {
  await waitFor('every ended job to be in the history', () => extensionPage.evaluate(forgetWhenRecorded));
}

/**
 * Runs in the page. An entry that is missing would be made later, and be there all the same: so all have to
 * be there, and lose what they are found by.
 */
function forgetWhenRecorded(): Promise<boolean> {
  type Stored = { id: string; stage: { name: string } };
  const asPromise = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const forget = async () => {
    const database = await asPromise(indexedDB.open('restyle'));
    const transaction = database.transaction(['jobs', 'history'], 'readwrite');
    const jobs: Stored[] = await asPromise(transaction.objectStore('jobs').getAll());
    const entries: { id: string }[] = await asPromise(transaction.objectStore('history').getAll());
    const recorded = new Set(entries.map(({ id }) => id));
    const isMissing = ({ id, stage }: Stored) => stage.name === 'done' && !recorded.has(id);
    const isWhole = !jobs.some((job) => !('servedFrom' in job) && isMissing(job));
    for (const entry of isWhole ? entries : []) {
      transaction.objectStore('history').put({ ...entry, recipeKey: null, likeKey: null });
    }
    transaction.commit();
    database.close();
    return isWhole;
  };
  return forget();
}

/** The next job after those already known. */
export async function waitForNewJob(extensionPage: JobPage, known: ReadonlySet<string>): Promise<Job> {
  return waitFor('a new job', async () => (await readJobs(extensionPage)).find(({ id }) => !known.has(id)), {
    timeoutMs: 30_000,
  });
}

/** A job once it has ended, however it did. */
export async function waitForEnd(extensionPage: JobPage, jobId: string, timeoutMs = 300_000): Promise<Job> {
  const ended = async () => {
    const job = (await readJobs(extensionPage)).find(({ id }) => id === jobId);
    return job && isFinished(job) ? job : undefined;
  };
  return waitFor('the job to end', ended, { timeoutMs });
}
