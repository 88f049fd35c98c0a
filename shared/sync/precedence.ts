import type { SyncVersion } from '#shared/sync/sync-item.ts';

/** Of edits made side by side: living before deleted, then the latest; every browser must order them alike. */
export function byPrecedence(a: SyncVersion, b: SyncVersion): number {
  const livingFirst = Number(a.value === null) - Number(b.value === null);
  return (
    livingFirst || b.changedAtMs - a.changedAtMs || compareText(a.deviceId, b.deviceId) || b.edit - a.edit
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
