import { createBlobStore } from './blob-store.ts';
import { openDatabase } from './database.ts';
import { createJobCopies } from './job-copies.ts';
import { createJobJournal } from './job-journal.ts';

export type Services = ReturnType<typeof createServices>;

/** The stores every context of the extension shares. */
export function createServices() {
  const database = openDatabase();
  const [journal, blobs] = [createJobJournal(database), createBlobStore(database)];
  return { database, journal, blobs, copies: createJobCopies() };
}
