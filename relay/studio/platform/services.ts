import { createPoliteness } from '#shared/engines/http/politeness.ts';
import { systemClock } from '#shared/platform.ts';
import { presetLibrary } from '#shared/presets/preset-library.ts';
import { createBlobStore } from '#shared/web/storage/blob-store.ts';
import { openDatabase } from '#shared/web/storage/database.ts';
import { createHistoryStore } from '#shared/web/storage/history-store.ts';
import { createJobJournal } from '#shared/web/storage/job-journal.ts';
import { createConnections } from '../connection/connections.ts';
import { createChanges } from './changes.ts';
import { createDocuments } from './documents.ts';
import type { OneTab } from './one-tab.ts';

export type Services = ReturnType<typeof createServices>;

const databaseOf = (memberId: string) => `restyle.${memberId}`;

/** Everything the page keeps, apart for each member: two may share a tablet. */
export function createServices(memberId: string, { stillOurs }: OneTab) {
  const database = openDatabase(databaseOf(memberId));
  const documents = createDocuments(memberId);
  const politeness = createPoliteness({ clock: systemClock });
  const library = presetLibrary([]);
  return {
    database,
    documents,
    journal: createJobJournal(database),
    blobs: createBlobStore(database),
    history: createHistoryStore(database),
    connections: createConnections(documents, { politeness, stillOurs }),
    library,
    presets: { load: async () => library },
    changes: createChanges(),
  };
}

/** Forgets a member's jobs, pictures and history in this browser. */
export async function eraseMember({ database, documents }: Services): Promise<void> {
  const opened = await database;
  documents.clear();
  opened.close();
  await new Promise((resolve) => {
    const erasing = indexedDB.deleteDatabase(opened.name);
    erasing.onsuccess = resolve;
    erasing.onerror = resolve;
    // A tab that waits for its turn has it open as well: it goes as soon as that one is closed.
    erasing.onblocked = resolve;
  });
}
