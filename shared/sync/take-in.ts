import { canonicalJson } from '#shared/sync/canonical-json.ts';
import { entriesOf, parseEntryId, type SyncEntry } from '#shared/sync/entry.ts';
import type { SyncItem } from '#shared/sync/sync-item.ts';
import type { SyncedItems } from '#shared/sync/synced-items.ts';

export type TakenIn = {
  /** How many items are new, or say something else now. */
  changedCount: number;
  /** Makes everything as it was, however long ago. */
  undo(): Promise<void>;
};

type Items = Pick<SyncedItems, 'list' | 'merge' | 'put' | 'remove'>;

/**
 * Takes in a file's items by the rules of sync: the later of two edits that knew of each other counts, edits
 * made side by side stand side by side. Beyond those rules nothing is lost by it, here or from the file: what only
 * one of the two has deleted is there again. What fails half-way is undone, and the error raised.
 */
export async function takeIn(items: Items, theirs: readonly SyncItem[]): Promise<TakenIn> {
  const before = await items.list();
  const undo = () => restore(items, before);
  try {
    await mergeAndRevive(items, theirs, before);
    const changedCount = changedItems(before, await items.list()).length;
    return { changedCount, undo };
  } catch (error) {
    // What went wrong first is what is told.
    await undo().catch(() => {});
    throw error;
  }
}

async function mergeAndRevive(
  items: Items,
  theirs: readonly SyncItem[],
  before: readonly SyncEntry[],
): Promise<void> {
  await items.merge(theirs);
  const there = new Set((await items.list()).map(itemOf));
  for (const entry of [...before, ...theirs.flatMap(entriesOf)]) {
    if (there.has(itemOf(entry))) continue;
    there.add(itemOf(entry));
    await items.put(itemOf(entry), entry.value);
  }
}

function itemOf({ id }: SyncEntry): string {
  return parseEntryId(id).itemId;
}

/** Ids of the items that say something else in one list than in the other. */
function changedItems(before: readonly SyncEntry[], after: readonly SyncEntry[]): string[] {
  const ids = [...new Set([...before, ...after].map(itemOf))];
  return ids.filter((id) => textsOf(versionsIn(before, id)) !== textsOf(versionsIn(after, id)));
}

function versionsIn(entries: readonly SyncEntry[], id: string): SyncEntry[] {
  return entries.filter((entry) => itemOf(entry) === id);
}

/** No edit has this number: an entry of that id is a version beside the others. */
const besideOthers = '~restored.0';

/** By edits, which the other browsers hear of: what they have taken over meanwhile goes back with them. */
async function restore(items: Items, before: readonly SyncEntry[]): Promise<void> {
  const now = await items.list();
  for (const id of changedItems(before, now)) {
    const wanted = versionsIn(before, id);
    for (const _ of versionsIn(now, id)) await items.remove(id);
    for (const [at, { value }] of wanted.entries()) await items.put(at === 0 ? id : id + besideOthers, value);
  }
}

function textsOf(entries: readonly SyncEntry[]): string {
  return entries
    .map(({ value }) => canonicalJson(value))
    .sort()
    .join('\n');
}
