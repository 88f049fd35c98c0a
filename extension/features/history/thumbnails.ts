import type { BlobKey } from '#shared/ports.ts';
import type { Database } from '#shared/web/storage/database.ts';
import { readBlobs } from '#shared/web/storage/read-blobs.ts';

/** What is torn past by the scroll bar goes sooner, and is never read. */
const flyingByMs = 60;
/** As many at a time as a frame has room for, all in one transaction. */
const handful = 12;
const frameMs = 16;
/** What was seen last is there at once when one scrolls back. */
const keptCount = 240;

export type Thumbnails = ReturnType<typeof createThumbnails>;
type Wish = { sinceMs: number; tell: Set<(url: string) => void> };

/** Small pictures as object URLs: read in handfuls, in the order they are wished for, and not when scrolled past. */
export function createThumbnails(opening: Promise<Database>) {
  const wishes = new Map<BlobKey, Wish>();
  /** The one seen last is at the end. */
  const urls = new Map<BlobKey, string>();
  const showing = new Map<BlobKey, number>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isClosed = false;

  function plan(): void {
    const [first] = wishes.values();
    if (!first || timer !== null || isClosed) return;
    timer = setTimeout(readSome, Math.max(frameMs, first.sinceMs + flyingByMs - performance.now()));
  }

  async function readSome(): Promise<void> {
    const ripeSinceMs = performance.now() - flyingByMs + 1;
    const keys = [...wishes].filter(([, { sinceMs }]) => sinceMs <= ripeSinceMs).map(([key]) => key);
    const blobs = await readBlobs(opening, keys.slice(0, handful)).catch(() => new Map<BlobKey, Blob>());
    for (const key of keys.slice(0, handful)) take(key, blobs.get(key));
    timer = null;
    plan();
  }

  /** Nobody may wish for it any more, or it is gone. */
  function take(key: BlobKey, blob: Blob | undefined): void {
    const wish = wishes.get(key);
    wishes.delete(key);
    if (!wish || !blob || isClosed) return;
    const url = URL.createObjectURL(blob);
    urls.set(key, url);
    for (const tell of wish.tell) tell(url);
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

  function leave(key: BlobKey, tell: (url: string) => void): void {
    const wish = wishes.get(key);
    wish?.tell.delete(tell);
    if (wish?.tell.size === 0) wishes.delete(key);
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
      } else {
        const wish = wishes.get(key) ?? { sinceMs: performance.now(), tell: new Set() };
        wishes.set(key, wish);
        wish.tell.add(tell);
        plan();
      }
      return () => leave(key, tell);
    },

    close(): void {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      for (const url of urls.values()) URL.revokeObjectURL(url);
      urls.clear();
    },
  };
}
