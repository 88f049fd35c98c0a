import { changedAtMs, isDeleted, type SyncItem } from '#shared/sync/sync-item.ts';

/**
 * What `storage.sync` takes, in bytes of key and JSON (Firefox does not export the constants):
 * https://developer.chrome.com/docs/extensions/reference/api/storage#property-sync
 */
const syncQuota = { totalBytes: 102_400, itemBytes: 8_192, items: 512 } as const;

/** Left free for what other parts keep there: the sealed credentials, the device's approval. */
const reserved = { bytes: 8_192, items: 12 };

/** Bytes an item takes under its key. */
export function itemBytes(key: string, item: unknown): number {
  return new TextEncoder().encode(key + JSON.stringify(item)).byteLength;
}

export type Fitted = { fitting: SyncItem[]; tooMany: SyncItem[]; tooLarge: SyncItem[] };

/**
 * Which items go along and which stay on this browser. `storedBytes` is what lies there already, by id:
 * that is never pushed out by something new, or two browsers would push each other's out for ever.
 */
export function fitQuota(
  items: Iterable<SyncItem>,
  storedBytes: ReadonlyMap<string, number>,
  keyOf: (id: string) => string,
): Fitted {
  const fitted: Fitted = { fitting: [], tooMany: [], tooLarge: [] };
  const used = [...storedBytes.values()].reduce((sum, bytes) => sum + bytes, 0);
  let bytesLeft = syncQuota.totalBytes - reserved.bytes - used;
  let itemsLeft = syncQuota.items - reserved.items - storedBytes.size;
  for (const item of [...items].sort(byImportance)) {
    const bytes = itemBytes(keyOf(item.id), item);
    const before = storedBytes.get(item.id);
    const moreBytes = bytes - (before ?? 0);
    const moreItems = before === undefined ? 1 : 0;
    if (bytes > syncQuota.itemBytes) fitted.tooLarge.push(item);
    else if (moreBytes > bytesLeft || moreItems > itemsLeft) fitted.tooMany.push(item);
    else {
      fitted.fitting.push(item);
      bytesLeft -= moreBytes;
      itemsLeft -= moreItems;
    }
  }
  return fitted;
}

/** Deletions first, for what they prevent and the room they make; then what has waited longest. */
function byImportance(a: SyncItem, b: SyncItem): number {
  const deletedFirst = Number(isDeleted(b)) - Number(isDeleted(a));
  return deletedFirst || changedAtMs(a) - changedAtMs(b) || (a.id < b.id ? -1 : 1);
}
