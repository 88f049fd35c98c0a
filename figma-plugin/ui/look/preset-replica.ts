import type { Ids, KeyValueStore } from '#shared/ports.ts';
import type { Replica } from '#shared/sync/merge.ts';
import { parseSyncItem } from '#shared/sync/sync-item.ts';
import * as z from '#shared/zod.ts';

/** Beside the list that quick actions read: the same with its past, so that it can meet a browser's. */
const replicaKey = 'presets.replica';

const schema = z.looseObject({
  version: z.literal(1),
  deviceId: z.string(),
  items: z.array(z.unknown()),
});

/** A plugin is one of the person's devices, as each of their browsers is. */
export type PresetReplica = { deviceId: string; items: Replica };

export async function readReplica(storage: KeyValueStore, ids: Pick<Ids, 'uuid'>): Promise<PresetReplica> {
  const stored = schema.safeParse(await storage.get(replicaKey));
  if (!stored.success) return { deviceId: `figma-${ids.uuid().slice(0, 8)}`, items: new Map() };
  const { deviceId, items } = stored.data;
  return {
    deviceId,
    items: new Map(items.flatMap((each) => parseSyncItem(each) ?? []).map((item) => [item.id, item])),
  };
}

/** Rejects as `KeyValueStore.set` does. */
export function writeReplica(storage: KeyValueStore, { deviceId, items }: PresetReplica): Promise<void> {
  return storage.set(replicaKey, { version: 1, deviceId, items: [...items.values()] });
}
