import { openBatchDatabase } from './batches/batch-database.ts';
import { createBatchStore } from './batches/batch-store.ts';
import { createTray } from './batches/tray.ts';
import { createBlobStore } from './blob-store.ts';
import { openDatabase } from './database.ts';
import { createJobJournal } from './job-journal.ts';

export type Services = ReturnType<typeof createServices>;

/** The stores every context of the extension shares. */
export function createServices() {
  const database = openDatabase();
  const batchDatabase = whenAsked(openBatchDatabase);
  return {
    database,
    journal: createJobJournal(database),
    blobs: createBlobStore(database),
    batches: createBatchStore(batchDatabase),
    tray: createTray(batchDatabase),
  };
}

/** Most contexts never look at a batch, and open nothing for it. */
function whenAsked<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
