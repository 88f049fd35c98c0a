import { randomInt } from 'node:crypto';

type StoredObject = {
  bytes: Uint8Array;
  contentType: string;
  /** Readable by anybody who knows the address, as in ComfyDeploy's default bucket. */
  isPublic: boolean;
};

/** A bucket: keys like `inputs/img_….png`, and how often each was refused. */
export type ObjectStore = {
  put(key: string, object: StoredObject): void;
  get(key: string): StoredObject | null;
  countRefusal(key: string): void;
  refusals(key: string): number;
};

export function createObjectStore(): ObjectStore {
  const objects = new Map<string, StoredObject>();
  const refusals = new Map<string, number>();
  return {
    put: (key, object) => void objects.set(key, object),
    get: (key) => objects.get(key) ?? null,
    countRefusal: (key) => void refusals.set(key, (refusals.get(key) ?? 0) + 1),
    refusals: (key) => refusals.get(key) ?? 0,
  };
}

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** `img_7kQ2mVb9XcTfR4Ys`: ComfyDeploy's ids of files. */
export function createFileId(prefix: string): string {
  return `${prefix}_${Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]).join('')}`;
}
