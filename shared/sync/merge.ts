import { byPrecedence } from '#shared/sync/precedence.ts';
import type { SyncItem, SyncVersion } from '#shared/sync/sync-item.ts';
import { hasSeen, joinVectors } from '#shared/sync/version-vector.ts';

/** All items a browser knows, by id. */
export type Replica = ReadonlyMap<string, SyncItem>;

/** Two replicas as one: the same whatever the order, and however often. */
export function mergeReplicas(ours: Replica, theirs: Iterable<SyncItem>): Replica {
  const merged = new Map(ours);
  for (const item of theirs) {
    const known = merged.get(item.id);
    merged.set(item.id, known ? mergeItems(known, item) : item);
  }
  return merged;
}

/** What both still have, and what one has that the other has never heard of. The rest was replaced. */
function mergeItems(a: SyncItem, b: SyncItem): SyncItem {
  const fromA = a.versions.filter((version) => has(b, version) || !hasSeen(b.seen, version));
  const fromB = b.versions.filter((version) => !has(a, version) && !hasSeen(a.seen, version));
  return {
    version: 1,
    id: a.id,
    seen: joinVectors(a.seen, b.seen),
    versions: [...fromA, ...fromB].sort(byPrecedence),
  };
}

function has({ versions }: SyncItem, { deviceId, edit }: SyncVersion): boolean {
  return versions.some((each) => each.deviceId === deviceId && each.edit === edit);
}
