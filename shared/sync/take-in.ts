import { canonicalJson } from '#shared/sync/canonical-json.ts';
import { entriesOf, parseEntryId, type SyncEntry } from '#shared/sync/entry.ts';
import type { SyncItem } from '#shared/sync/sync-item.ts';
import type { SyncedItems } from '#shared/sync/synced-items.ts';

export type TakenIn = {
  /** How many items are there that were not, or say something else now. */
  changedCount: number;
  /** Makes everything as it was, however long ago. */
  undo(): Promise<void>;
};

type Items = Pick<SyncedItems, 'list' | 'merge' | 'put' | 'remove'>;

/**
 * Takes in a file's items by the rules of sync: the later of two edits that knew of each other counts, edits
 * made side by side stand side by side. Beyond those rules nothing is lost by it, here or from the file: what only
 * one of the two has deleted is there again.
 */
export async function takeIn(items: Items, theirs: readonly SyncItem[]): Promise<TakenIn> {
  const before = await items.list();
  await items.merge(theirs);
  const there = new Set((await items.list()).map(itemOf));
  for (const entry of [...before, ...theirs.flatMap(entriesOf)]) {
    if (there.has(itemOf(entry))) continue;
    there.add(itemOf(entry));
    await items.put(itemOf(entry), entry.value);
  }
  const changedCount = differences(await items.list(), before).length;
  return { changedCount, undo: () => restore(items, before) };
}

function itemOf({ id }: SyncEntry): string {
  return parseEntryId(id).itemId;
}

function isNewIn(entries: readonly SyncEntry[]) {
  const known = new Set(entries.map(({ id }) => id));
  return ({ id }: SyncEntry) => !known.has(id);
}

/** Those of `some` that `others` lack, or have otherwise. */
function differences(some: readonly SyncEntry[], others: readonly SyncEntry[]): SyncEntry[] {
  const texts = new Map(others.map(({ id, value }) => [id, canonicalJson(value)]));
  return some.filter(({ id, value }) => texts.get(id) !== canonicalJson(value));
}

/** By edits, which the other browsers hear of: what they have taken over meanwhile goes back with them. */
async function restore(items: Items, before: readonly SyncEntry[]): Promise<void> {
  for (const { id, value } of differences(before, await items.list())) await items.put(id, value);
  for (const { id } of (await items.list()).filter(isNewIn(before))) await items.remove(id);
}
