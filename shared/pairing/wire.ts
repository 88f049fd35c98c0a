/** A way for short texts between the two sides, in order. Whoever carries them may read, change or drop them. */
export type Wire = {
  send(text: string): void;
  /** The next text; `null` once the wire is closed and all is read. */
  receive(): Promise<string | null>;
  close(): void;
};

/** One text at most: a sealed piece, written in base64. */
export const maxTextLength = 300_000;

/** More than a whole message in pieces, before anybody has read the first. */
const maxWaiting = 400;

export type Inbox = {
  /** Hands in what has come. Closes the wire when it is no text of ours, or more than anybody sends. */
  take(text: unknown): void;
  receive(): Promise<string | null>;
  close(): void;
};

/** The receiving half of a wire, for those who are called back. `onClose` is called once. */
export function createInbox(onClose: () => void): Inbox {
  const waiting: string[] = [];
  let reader: ((text: string | null) => void) | null = null;
  let isOpen = true;

  const hand = (text: string | null) => {
    const read = reader;
    reader = null;
    read?.(text);
  };

  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    hand(null);
    onClose();
  };

  return {
    close,
    take(text) {
      if (!isOpen) return;
      const isOurs = typeof text === 'string' && text.length <= maxTextLength;
      if (!isOurs || waiting.length >= maxWaiting) return close();
      if (reader) hand(text);
      else waiting.push(text);
    },
    receive() {
      const next = waiting.shift();
      if (next !== undefined || !isOpen) return Promise.resolve(next ?? null);
      return new Promise((resolve) => {
        reader = resolve;
      });
    },
  };
}
