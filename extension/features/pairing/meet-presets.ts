import { markPrefix, presetPrefix } from '#shared/presets/preset-library.ts';
import { parseSyncItem, type SyncItem } from '#shared/sync/sync-item.ts';
import type { SyncedItems } from '#shared/sync/synced-items.ts';

/** More than a preset with its picture and another version beside it. */
const maxItemLength = 32_768;

/** A guest's presets and marks meet the browser's, as another browser's do: what both have now. */
export function meetPresets(
  items: readonly unknown[],
  synced: Pick<SyncedItems, 'meetReplica'>,
): Promise<readonly SyncItem[]> {
  const theirs = items.flatMap((each) =>
    JSON.stringify(each).length > maxItemLength ? [] : (parseSyncItem(each) ?? []),
  );
  return synced.meetReplica(theirs, isAboutPresets);
}

function isAboutPresets(id: string): boolean {
  return id.startsWith(presetPrefix) || id.startsWith(markPrefix);
}
