import { createPoliteness } from '#shared/engines/http/politeness.ts';
import { systemClock, systemIds } from '#shared/platform.ts';
import { createPresetShelf } from '#shared/presets/preset-shelf.ts';
import { createBlobStore } from '#shared/web/storage/blob-store.ts';
import { openDatabase } from '#shared/web/storage/database.ts';
import { createHistoryStore } from '#shared/web/storage/history-store.ts';
import { createJobJournal } from '#shared/web/storage/job-journal.ts';
import { openBatchDatabase } from './batches/batch-database.ts';
import { createBatchStore } from './batches/batch-store.ts';
import { createTray } from './batches/tray.ts';
import { createJobCopies } from './job-copies.ts';
import { createPreparer } from './preparing/preparer.ts';
import { createHiddenDocument } from './sending/hidden-document.ts';
import { createSender } from './sending/sender.ts';
import { createExtensionSync } from './synced-items.ts';

export type Services = ReturnType<typeof createServices>;

/** The stores every context of the extension shares, and what this one remembers of servers. */
export function createServices() {
  const database = openDatabase('restyle');
  const synced = createExtensionSync();
  const hidden = createHiddenDocument();
  const batchDatabase = whenAsked(openBatchDatabase);
  return {
    database,
    journal: createJobJournal(database),
    blobs: createBlobStore(database),
    history: createHistoryStore(database),
    copies: createJobCopies(),
    synced,
    presets: createPresetShelf(synced, systemIds),
    politeness: createPoliteness({ clock: systemClock }),
    hidden,
    sender: createSender(hidden),
    preparer: createPreparer(hidden),
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
