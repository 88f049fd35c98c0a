import type { Clock, KeyValueStore } from '#shared/ports.ts';
import { applyEdit } from '#shared/sync/edit.ts';
import { entriesOf, type SyncEntry } from '#shared/sync/entry.ts';
import { mergeReplicas, type Replica } from '#shared/sync/merge.ts';
import { createReplicaStore } from '#shared/sync/replica-store.ts';
import type { SyncItem, SyncValue } from '#shared/sync/sync-item.ts';
import { partTombstones } from '#shared/sync/tombstones.ts';
import { itemsIn, publish, type SyncReport, type SyncTransport } from '#shared/sync/transport.ts';

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

export type SyncedItems = ReturnType<typeof createSyncedItems>;

/**
 * Items that several browsers edit. This browser's replica is the truth here; the transport is where
 * replicas meet. Items of a version we do not know are left alone there.
 */
export function createSyncedItems(deps: SyncedItemsDeps) {
  const { transport, clock, exclusively, keepsOthers } = deps;
  const { load, save } = createReplicaStore(deps.local);

  async function edit(entryId: string, value: SyncValue | null): Promise<void> {
    await exclusively(async () => {
      const replica = await load();
      const change = { entryId, value, deviceId: await deps.deviceId(), nowMs: clock.nowMs() };
      await save(applyEdit(replica, change, keepsOthers));
    });
  }

  /** Takes in what another replica has; answers what is kept of both, and which deletions are `old`. */
  async function meet(theirs: readonly SyncItem[]): Promise<{ kept: Replica; old: readonly string[] }> {
    const parted = partTombstones(mergeReplicas(await load(), theirs), clock.nowMs());
    await save(parted.kept);
    return parted;
  }

  return {
    /** All that is not deleted. */
    async list(): Promise<readonly SyncEntry[]> {
      const entries = [...(await load()).values()].flatMap(entriesOf);
      return entries.filter(({ otherVersionOf }) => otherVersionOf === null || keepsOthers(otherVersionOf));
    },
    /** All that is known, deletions too: what another browser would meet. */
    replica: async (): Promise<readonly SyncItem[]> => [...(await load()).values()],
    /** Takes in what another browser had, as if the two had met. */
    merge: (theirs: readonly SyncItem[]) =>
      exclusively(async () => save(mergeReplicas(await load(), theirs))),
    put: (id: string, value: SyncValue) => edit(id, value),
    remove: (id: string) => edit(id, null),
    /**
     * Meets a replica that reaches us on a way of its own, by the same rules; answers the items that
     * `isShared` lets it see, as both have them now. Items of others are none of its business.
     */
    meetReplica: (theirs: readonly SyncItem[], isShared: (id: string) => boolean) =>
      exclusively(async (): Promise<readonly SyncItem[]> => {
        const { kept } = await meet(theirs.filter(({ id }) => isShared(id)));
        return [...kept.values()].filter(({ id }) => isShared(id));
      }),
    /** Takes in what the other browsers wrote, and writes what they lack. May be called at any time. */
    synchronise: () =>
      exclusively(async (): Promise<SyncReport> => {
        const stored = await transport.readAll();
        return publish(transport, stored, await meet(itemsIn(stored)));
      }),
  };
}
