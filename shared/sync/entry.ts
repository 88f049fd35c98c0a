import type { SyncItem, SyncValue, SyncVersion } from '#shared/sync/sync-item.ts';

/** An item as a person sees it. An edit that stands beside another one is an entry of its own. */
export type SyncEntry = {
  id: string;
  value: SyncValue;
  /** The item this is another version of, made on another browser at the same time; else `null`. */
  otherVersionOf: string | null;
};

const mark = '~';

/** The living versions of an item: the first under the item's own id, the others under ids of their own. */
export function entriesOf({ id, versions }: SyncItem): SyncEntry[] {
  const living = versions.flatMap(({ value, ...dot }) => (value === null ? [] : [{ value, dot }]));
  return living.map(({ value, dot }, index) =>
    index === 0
      ? { id, value, otherVersionOf: null }
      : { id: `${id}${mark}${dotText(dot)}`, value, otherVersionOf: id },
  );
}

/** The item of an entry, and which of its versions it is: `null` means the first. */
export function parseEntryId(entryId: string): { itemId: string; dot: string | null } {
  const [itemId = entryId, dot = null] = entryId.split(mark);
  return { itemId, dot };
}

export function isVersion(version: SyncVersion, dot: string): boolean {
  return dotText(version) === dot;
}

function dotText({ deviceId, edit }: Pick<SyncVersion, 'deviceId' | 'edit'>): string {
  return `${deviceId}.${edit}`;
}
