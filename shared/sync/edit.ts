import { isVersion, parseEntryId } from '#shared/sync/entry.ts';
import type { Replica } from '#shared/sync/merge.ts';
import { byPrecedence } from '#shared/sync/precedence.ts';
import { changedAtMs, type SyncItem, type SyncValue, type SyncVersion } from '#shared/sync/sync-item.ts';

export type Edit = {
  /** Id of an item or of one of its other versions. */
  entryId: string;
  /** `null` deletes. */
  value: SyncValue | null;
  deviceId: string;
  nowMs: number;
};

/**
 * The replica after an edit here. It replaces the version the person saw and no other; deletions and what
 * `keepsOthers` does not hold dear go with it.
 */
export function applyEdit(replica: Replica, edit: Edit, keepsOthers: (id: string) => boolean): Replica {
  const { itemId, dot } = parseEntryId(edit.entryId);
  const before = replica.get(itemId) ?? { version: 1, id: itemId, seen: {}, versions: [] };
  const replaced = dot === null ? before.versions[0] : before.versions.find((each) => isVersion(each, dot));
  const others = before.versions.filter((each) => each !== replaced && each.value !== null);
  const version = newVersion(before, edit);
  const item: SyncItem = {
    ...before,
    seen: { ...before.seen, [version.deviceId]: version.edit },
    versions: [version, ...(keepsOthers(itemId) ? others : [])].sort(byPrecedence),
  };
  return new Map(replica).set(itemId, item);
}

/** A clock that runs behind does not make an edit older than what it changes. */
function newVersion(before: SyncItem, { value, deviceId, nowMs }: Edit): SyncVersion {
  return {
    deviceId,
    edit: (before.seen[deviceId] ?? 0) + 1,
    value,
    changedAtMs: Math.max(nowMs, changedAtMs(before) + 1),
  };
}
