import { createBlobStore } from './blob-store.ts';
import { openDatabase } from './database.ts';
import { createHistoryStore } from './history-store.ts';
import { createJobJournal } from './job-journal.ts';

export type Services = ReturnType<typeof createServices>;

/** The stores every context of the extension shares. */
export function createServices() {
  const database = openDatabase();
  return {
    database,
    journal: createJobJournal(database),
    blobs: createBlobStore(database),
    history: createHistoryStore(database),
  };
}
