import type { BlobKey } from '#shared/ports.ts';

/** What is known of stored bytes without reading them. */
export type PictureFacts = { key: BlobKey; sizeBytes: number; storedAtMs: number };

/**
 * How long new bytes are left alone whatever needs them: a picture is stored before the job that names
 * it is written down. Storing the same bytes again begins the time anew.
 */
const graceMs = 600_000;

/** Pictures of what was just deleted, each with the time it was last stored for that at the latest. */
export type Released = ReadonlyMap<BlobKey, number>;

/**
 * The pictures that nothing needs any more, by their keys. Released ones go at once, unless somebody has
 * stored the same bytes since.
 */
export function unneededPictures(
  facts: readonly PictureFacts[],
  needed: ReadonlySet<BlobKey>,
  { nowMs, released = new Map() }: { nowMs: number; released?: Released },
): BlobKey[] {
  const isLetGo = ({ key, storedAtMs }: PictureFacts) =>
    nowMs - storedAtMs > graceMs || storedAtMs <= (released.get(key) ?? 0);
  return facts.filter((each) => !needed.has(each.key) && isLetGo(each)).map(({ key }) => key);
}
