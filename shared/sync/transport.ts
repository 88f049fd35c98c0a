import { canonicalJson } from '#shared/sync/canonical-json.ts';
import type { Replica } from '#shared/sync/merge.ts';
import { fitQuota, itemBytes } from '#shared/sync/quota.ts';
import { parseSyncItem, type SyncItem } from '#shared/sync/sync-item.ts';

/** Where items meet those of the person's other browsers. The last writer of a key wins, silently. */
export type SyncTransport = {
  readAll(): Promise<Record<string, unknown>>;
  /** Rejects when the area is full or written too often; then nothing was written. */
  write(entries: Record<string, unknown>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
};

/** What stays on this browser only, and why. */
export type SyncReport = { tooMany: readonly string[]; tooLarge: readonly string[]; refused: string | null };

/** All that lies in the area. */
type Stored = Readonly<Record<string, unknown>>;

/** What our keys in the transport begin with. */
export const syncKeyPrefix = 'item.';
const keyOf = (id: string) => syncKeyPrefix + id;

/** The items of an area that we can read: those of the other browsers, and ours of before. */
export function itemsIn(stored: Stored): SyncItem[] {
  return ours(stored).flatMap(([, each]) => parseSyncItem(each) ?? []);
}

/** Writes what the area lacks as far as it has room, and removes `old` deletions that everybody has seen. */
export async function publish(
  transport: SyncTransport,
  stored: Stored,
  { kept, old }: { kept: Replica; old: readonly string[] },
): Promise<SyncReport> {
  const { fitting, tooMany, tooLarge } = fitQuota(writable(kept, stored), storedBytes(stored), keyOf);
  const changed = fitting.filter((item) => !isStored(item, stored));
  const forgotten = old.map(keyOf).filter((key) => key in stored);
  const refused = await refusalOf(async () => {
    if (forgotten.length > 0) await transport.remove(forgotten);
    if (changed.length > 0)
      await transport.write(Object.fromEntries(changed.map((item) => [keyOf(item.id), item])));
  });
  return { tooMany: idsOf(tooMany), tooLarge: idsOf(tooLarge), refused };
}

const ours = (stored: Stored) => Object.entries(stored).filter(([key]) => key.startsWith(syncKeyPrefix));

/** An item that a newer version has rewritten in a form of its own is not ours to write over. */
function writable(replica: Replica, stored: Stored): SyncItem[] {
  const isForeign = (key: string) => key in stored && parseSyncItem(stored[key]) === null;
  return [...replica.values()].filter(({ id }) => !isForeign(keyOf(id)));
}

function storedBytes(stored: Stored): Map<string, number> {
  return new Map(ours(stored).map(([key, item]) => [key.slice(syncKeyPrefix.length), itemBytes(key, item)]));
}

function isStored(item: SyncItem, stored: Stored): boolean {
  const there = parseSyncItem(stored[keyOf(item.id)]);
  return there !== null && canonicalJson(there) === canonicalJson(item);
}

function idsOf(items: readonly SyncItem[]): string[] {
  return items.map(({ id }) => id);
}

/** What the area said against it: it is tried again at the next meeting. */
async function refusalOf(write: () => Promise<void>): Promise<string | null> {
  return write().then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}
