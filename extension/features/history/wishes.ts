import type { BlobKey } from '#shared/ports.ts';

/** What is torn past by the scroll bar goes sooner, and is never read. */
const flyingByMs = 60;
/** As many at a time as a frame has room for, all in one transaction. */
const handful = 12;
const frameMs = 16;

type Tell = (url: string) => void;
type Wish = { sinceMs: number; tell: Set<Tell> };

/** Pictures that are wished for: read in handfuls in the order of the wishes, once one has lasted a moment. */
export function createWishes(read: (keys: readonly BlobKey[]) => Promise<void>) {
  const wishes = new Map<BlobKey, Wish>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isClosed = false;

  function plan(): void {
    const [first] = wishes.values();
    if (!first || timer !== null || isClosed) return;
    timer = setTimeout(readSome, Math.max(frameMs, first.sinceMs + flyingByMs - performance.now()));
  }

  async function readSome(): Promise<void> {
    const ripeSinceMs = performance.now() - flyingByMs + 1;
    const ripe = [...wishes].filter(([, { sinceMs }]) => sinceMs <= ripeSinceMs).map(([key]) => key);
    await read(ripe.slice(0, handful));
    timer = null;
    plan();
  }

  return {
    add(key: BlobKey, tell: Tell): void {
      const wish = wishes.get(key) ?? { sinceMs: performance.now(), tell: new Set() };
      wishes.set(key, wish);
      wish.tell.add(tell);
      plan();
    },

    drop(key: BlobKey, tell: Tell): void {
      const wish = wishes.get(key);
      wish?.tell.delete(tell);
      if (wish?.tell.size === 0) wishes.delete(key);
    },

    /** Takes the wish back and answers who is to be told: none where nobody wishes for it any more. */
    take(key: BlobKey): ReadonlySet<Tell> {
      const tell = isClosed ? undefined : wishes.get(key)?.tell;
      wishes.delete(key);
      return tell ?? new Set();
    },

    close(): void {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
