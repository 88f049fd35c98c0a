import type { Replica } from '#shared/sync/merge.ts';
import { changedAtMs, isDeleted, type SyncItem } from '#shared/sync/sync-item.ts';

/** A browser that was not opened for longer may bring back what others have deleted. */
const keptMs = 90 * 24 * 3_600_000;

/** The replica without deletions that every browser has had time to hear of, and the ids of those. */
export function partTombstones(replica: Replica, nowMs: number): { kept: Replica; old: readonly string[] } {
  const isOld = (item: SyncItem) => isDeleted(item) && nowMs - changedAtMs(item) > keptMs;
  return {
    kept: new Map([...replica].filter(([, item]) => !isOld(item))),
    old: [...replica.values()].filter(isOld).map(({ id }) => id),
  };
}
