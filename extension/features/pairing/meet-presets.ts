import { markPrefix, presetPrefix } from '#shared/presets/preset-library.ts';
import { parseSyncItem, type SyncItem } from '#shared/sync/sync-item.ts';
import type { SyncedItems } from '#shared/sync/synced-items.ts';

/** More than a preset with its picture and another version beside it. */
const maxItemLength = 32_768;

/** More edits than anybody makes, and so far below the last safe number that this browser can always make one more. */
const mostEdits = 1e9;
/** The last moment that a date can be. */
const lastMs = 8.64e15;

/** A guest's presets and marks meet the browser's, as another browser's do: what both have now. */
export function meetPresets(
  items: readonly unknown[],
  synced: Pick<SyncedItems, 'meetReplica'>,
): Promise<readonly SyncItem[]> {
  const theirs = items.flatMap((each) =>
    JSON.stringify(each).length > maxItemLength ? [] : (parseSyncItem(each) ?? []),
  );
  return synced.meetReplica(theirs.filter(isCountable), isAboutPresets);
}

/** Whoever says a device has made edits without end would keep it from ever making another. */
function isCountable({ seen, versions }: SyncItem): boolean {
  const edits = [...Object.values(seen), ...versions.map(({ edit }) => edit)];
  return (
    edits.every((edit) => edit <= mostEdits) && versions.every(({ changedAtMs }) => changedAtMs <= lastMs)
  );
}

function isAboutPresets(id: string): boolean {
  return id.startsWith(presetPrefix) || id.startsWith(markPrefix);
}
