import type { Clock, KeyValueStore } from '#shared/ports.ts';
import { canonicalJson } from '#shared/sync/canonical-json.ts';
import { applyEdit } from '#shared/sync/edit.ts';
import { entriesOf, type SyncEntry } from '#shared/sync/entry.ts';
import { mergeReplicas, type Replica } from '#shared/sync/merge.ts';
import { fitQuota, itemBytes } from '#shared/sync/quota.ts';
import { parseSyncItem, type SyncItem, type SyncValue } from '#shared/sync/sync-item.ts';
import { partTombstones } from '#shared/sync/tombstones.ts';
import * as z from '#shared/zod.ts';

/** Where items meet those of the person's other browsers. The last writer of a key wins, silently. */
export type SyncTransport = {
  readAll(): Promise<Record<string, unknown>>;
  /** Rejects when the area is full or written too often; then nothing was written. */
  write(entries: Record<string, unknown>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
};

export type SyncedItemsDeps = {
  local: KeyValueStore;
  transport: SyncTransport;
  clock: Pick<Clock, 'nowMs'>;
  deviceId: () => Promise<string>;
  /** Whether edits made side by side are all worth keeping; of the rest the latest counts. */
  keepsOthers: (id: string) => boolean;
  /** Runs one piece of work at a time over all contexts of this browser. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
};

/** What stays on this browser only, and why. */
export type SyncReport = { tooMany: readonly string[]; tooLarge: readonly string[]; refused: string | null };

export type SyncedItems = ReturnType<typeof createSyncedItems>;

/** Where this browser's replica lies in `local`. */
export const replicaKey = 'sync.replica';
/** What our keys in the transport begin with. */
export const syncKeyPrefix = 'item.';
const keyOf = (id: string) => syncKeyPrefix + id;

const replicaSchema = z.object({ version: z.literal(1), items: z.array(z.unknown()) });

/**
 * Items that several browsers edit. This browser's replica is the truth here; the transport is where
 * replicas meet. Items of a version we do not know are left alone there.
 */
export function createSyncedItems(deps: SyncedItemsDeps) {
  async function loadStored(): Promise<readonly unknown[]> {
    const parsed = replicaSchema.safeParse(await deps.local.get(replicaKey));
    return parsed.success ? parsed.data.items : [];
  }

  async function load(): Promise<Replica> {
    return toReplica((await loadStored()).flatMap((each) => parseSyncItem(each) ?? []));
  }

  /**
   * What we cannot read stays: the version that wrote it may come back. Nothing is written where nothing
   * changed, because whoever waits for changes would synchronise for ever.
   */
  async function save(replica: Replica): Promise<void> {
    const stored = await loadStored();
    const items = [...replica.values(), ...stored.filter((each) => parseSyncItem(each) === null)];
    if (canonicalJson(items) !== canonicalJson(stored))
      await deps.local.set(replicaKey, { version: 1, items });
  }

  async function edit(entryId: string, value: SyncValue | null): Promise<void> {
    await deps.exclusively(async () => {
      const replica = await load();
      const change = { entryId, value, deviceId: await deps.deviceId(), nowMs: deps.clock.nowMs() };
      await save(applyEdit(replica, change, deps.keepsOthers));
    });
  }

  async function meet(): Promise<SyncReport> {
    const stored = await deps.transport.readAll();
    const theirs = Object.entries(stored).flatMap(([key, each]) =>
      key.startsWith(syncKeyPrefix) ? (parseSyncItem(each) ?? []) : [],
    );
    const merged = mergeReplicas(await load(), theirs);
    const { kept, old } = partTombstones(merged, deps.clock.nowMs());
    await save(kept);
    const forgotten = old.map(keyOf).filter((key) => key in stored);
    return publish(kept, stored, forgotten);
  }

  async function publish(
    replica: Replica,
    stored: Record<string, unknown>,
    forgotten: readonly string[],
  ): Promise<SyncReport> {
    const { fitting, tooMany, tooLarge } = fitQuota(writable(replica, stored), storedBytes(stored), keyOf);
    const changed = fitting.filter((item) => !isStored(item, stored));
    const entries = Object.fromEntries(changed.map((item) => [keyOf(item.id), item]));
    const refused = await refusalOf(async () => {
      if (forgotten.length > 0) await deps.transport.remove(forgotten);
      if (changed.length > 0) await deps.transport.write(entries);
    });
    return { tooMany: idsOf(tooMany), tooLarge: idsOf(tooLarge), refused };
  }

  return {
    /** All that is not deleted. */
    async list(): Promise<readonly SyncEntry[]> {
      const entries = [...(await load()).values()].flatMap(entriesOf);
      return entries.filter(
        ({ otherVersionOf }) => otherVersionOf === null || deps.keepsOthers(otherVersionOf),
      );
    },
    /** All that is known, deletions too: what another browser would meet. */
    replica: async (): Promise<readonly SyncItem[]> => [...(await load()).values()],
    /** Takes in what another browser had, as if the two had met. */
    merge: (theirs: readonly SyncItem[]) =>
      deps.exclusively(async () => save(mergeReplicas(await load(), theirs))),
    put: (id: string, value: SyncValue) => edit(id, value),
    remove: (id: string) => edit(id, null),
    /**
     * Meets a replica that reaches us on a way of its own, by the same rules; answers the items that
     * `isShared` lets it see, as both have them now. Items of others are none of its business.
     */
    meetReplica: (theirs: readonly SyncItem[], isShared: (id: string) => boolean) =>
      deps.exclusively(async (): Promise<readonly SyncItem[]> => {
        const merged = mergeReplicas(
          await load(),
          theirs.filter(({ id }) => isShared(id)),
        );
        const { kept } = partTombstones(merged, deps.clock.nowMs());
        await save(kept);
        return [...kept.values()].filter(({ id }) => isShared(id));
      }),
    /** Takes in what the other browsers wrote, and writes what they lack. May be called at any time. */
    synchronise: () => deps.exclusively(meet),
  };
}

function toReplica(items: readonly SyncItem[]): Replica {
  return new Map(items.map((item) => [item.id, item]));
}

/** An item that a newer version has rewritten in a form of its own is not ours to write over. */
function writable(replica: Replica, stored: Record<string, unknown>): SyncItem[] {
  const isForeign = (key: string) => key in stored && parseSyncItem(stored[key]) === null;
  return [...replica.values()].filter(({ id }) => !isForeign(keyOf(id)));
}

function storedBytes(stored: Record<string, unknown>): Map<string, number> {
  const ours = Object.entries(stored).filter(([key]) => key.startsWith(syncKeyPrefix));
  return new Map(ours.map(([key, item]) => [key.slice(syncKeyPrefix.length), itemBytes(key, item)]));
}

function isStored(item: SyncItem, stored: Record<string, unknown>): boolean {
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
