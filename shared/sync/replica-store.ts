import type { KeyValueStore } from '#shared/ports.ts';
import { canonicalJson } from '#shared/sync/canonical-json.ts';
import type { Replica } from '#shared/sync/merge.ts';
import { parseSyncItem } from '#shared/sync/sync-item.ts';
import * as z from '#shared/zod.ts';

/** Where this browser's replica lies in its store. */
export const replicaKey = 'sync.replica';

const replicaSchema = z.object({ version: z.literal(1), items: z.array(z.unknown()) });

/** This browser's replica, as it lies on disk. What we cannot read stays: the version that wrote it may come back. */
export function createReplicaStore(local: KeyValueStore) {
  async function loadStored(): Promise<readonly unknown[]> {
    const parsed = replicaSchema.safeParse(await local.get(replicaKey));
    return parsed.success ? parsed.data.items : [];
  }

  return {
    async load(): Promise<Replica> {
      const items = (await loadStored()).flatMap((each) => parseSyncItem(each) ?? []);
      return new Map(items.map((item) => [item.id, item]));
    },

    /** Writes nothing where nothing changed: whoever waits for changes would synchronise for ever. */
    async save(replica: Replica): Promise<void> {
      const stored = await loadStored();
      const items = [...replica.values(), ...stored.filter((each) => parseSyncItem(each) === null)];
      if (canonicalJson(items) !== canonicalJson(stored)) await local.set(replicaKey, { version: 1, items });
    },
  };
}
