import { createPoliteness } from '#shared/engines/http/politeness.ts';
import { systemClock, systemIds } from '#shared/platform.ts';
import { createPresetShelf } from '#shared/presets/preset-shelf.ts';
import { createBlobStore } from './blob-store.ts';
import { openDatabase } from './database.ts';
import { createHistoryStore } from './history-store.ts';
import { createJobCopies } from './job-copies.ts';
import { createJobJournal } from './job-journal.ts';
import { createExtensionSync } from './synced-items.ts';

export type Services = ReturnType<typeof createServices>;

/** The stores every context of the extension shares, and what this one remembers of servers. */
export function createServices() {
  const database = openDatabase();
  const synced = createExtensionSync();
  return {
    database,
    journal: createJobJournal(database),
    blobs: createBlobStore(database),
    history: createHistoryStore(database),
    copies: createJobCopies(),
    synced,
    presets: createPresetShelf(synced, systemIds),
    politeness: createPoliteness({ clock: systemClock }),
  };
}
