import type { BlobKey } from '#shared/ports.ts';
import type { Database } from '#shared/web/storage/database.ts';
import { readBlobs } from '#shared/web/storage/read-blobs.ts';
import { createWishes } from './wishes.ts';

/** What was seen last is there at once when one scrolls back. */
const keptCount = 240;

export type Thumbnails = ReturnType<typeof createThumbnails>;

/** Small pictures as object URLs: read as they are wished for, and kept while shown and a while after. */
export function createThumbnails(opening: Promise<Database>) {
  /** The one seen last is at the end. */
  const urls = new Map<BlobKey, string>();
  const showing = new Map<BlobKey, number>();
  const wishes = createWishes(async (keys) => {
    const blobs = await readBlobs(opening, keys).catch(() => new Map<BlobKey, Blob>());
    for (const key of keys) takeIn(key, blobs.get(key));
  });

  /** Nobody may wish for it any more, or it is gone. */
  function takeIn(key: BlobKey, blob: Blob | undefined): void {
    const waiting = wishes.take(key);
    if (waiting.size === 0 || !blob) return;
    const url = URL.createObjectURL(blob);
    urls.set(key, url);
    for (const tell of waiting) tell(url);
    letGo();
  }

  function letGo(): void {
    for (const [key, url] of urls) {
      if (urls.size <= keptCount) return;
      if (showing.has(key)) continue;
      urls.delete(key);
      URL.revokeObjectURL(url);
    }
  }

  function leave(key: BlobKey): void {
    const count = (showing.get(key) ?? 1) - 1;
    if (count > 0) showing.set(key, count);
    else showing.delete(key);
  }

  return {
    /** Its address where it was read already. */
    known: (key: BlobKey): string | null => urls.get(key) ?? null,

    /** Keeps a picture as long as it is shown, and tells its address once that is there; answers the way to leave it. */
    show(key: BlobKey, tell: (url: string) => void): () => void {
      showing.set(key, (showing.get(key) ?? 0) + 1);
      const url = urls.get(key);
      if (url) {
        urls.delete(key);
        urls.set(key, url);
        tell(url);
      } else wishes.add(key, tell);
      return () => {
        wishes.drop(key, tell);
        leave(key);
      };
    },

    close(): void {
      wishes.close();
      for (const url of urls.values()) URL.revokeObjectURL(url);
      urls.clear();
    },
  };
}
