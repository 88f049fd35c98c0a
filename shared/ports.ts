/** What the core needs from the place it runs in. Interfaces only. */

/** Bytes of a file, never a view into somebody else's larger buffer. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Told how much of a request's body has gone out, 0..1. */
export type OnSent = (ratio: number) => void;

/** The web's `fetch`, so that tests and the Figma iframe can hand in their own. Few can tell what `onSent` asks. */
export type HttpFetch = (url: string, init?: RequestInit & { onSent?: OnSent }) => Promise<Response>;

/** One message of a WebSocket. */
export type SocketFrame = string | Bytes;

export type SocketCall = {
  /** Said as soon as the socket is open. */
  hello: string;
  onFrame: (frame: SocketFrame) => void;
  signal: AbortSignal;
};

/** Opens a WebSocket and hands on what it says. Resolves when it is closed, for whatever reason. */
export type OpenSocket = (url: string, call: SocketCall) => Promise<void>;

export type Clock = {
  /** Milliseconds since the epoch. */
  nowMs(): number;
  /** Milliseconds since some moment of this process; unlike `nowMs` it never jumps, and no one sets it. */
  monotonicMs(): number;
  /** Resolves after `delayMs`; rejects with the signal's reason when aborted first. */
  sleep(delayMs: number, signal?: AbortSignal): Promise<void>;
};

export type Ids = {
  /** A fresh identifier, unguessable, URL-safe. */
  uuid(): string;
  /** A fresh seed, 1..4294967295 (0 and -1 mean "random" to ComfyDeploy's seed node). */
  seed(): number;
};

/** Key of stored bytes: `sha256-<hex>`, so equal bytes share one key. */
export type BlobKey = string;

export type StoredBlob = { bytes: Bytes; mimeType: string };

export type BlobStore = {
  put(blob: StoredBlob): Promise<BlobKey>;
  /** `null` when nothing is stored under the key. */
  get(key: BlobKey): Promise<StoredBlob | null>;
  delete(key: BlobKey): Promise<void>;
};

/** A small persistent map of JSON values: `storage.local`, `clientStorage`, or memory. */
export type KeyValueStore = {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
};
