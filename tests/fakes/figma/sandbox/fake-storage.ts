import type { ClientStorageAPI } from '@figma/plugin-typings/plugin-api-standalone';
import { type Crossing, fromCrossing, toCrossing } from './clone.ts';
import { sizeBytes } from './size-bytes.ts';

const quotaBytes = 5 * 1024 * 1024;

/** `clientStorage`: copies of plain data and bytes on both ways, and 5 MB for all keys together. */
export class FakeStorage {
  private readonly values = new Map<string, Crossing & { sizeBytes: number }>();

  readonly api: ClientStorageAPI = {
    getAsync: async (key) => {
      const stored = this.values.get(key);
      return stored && fromCrossing(stored);
    },
    setAsync: async (key, value) => {
      const stored = entryOf(key, value);
      const others = [...this.values].filter(([other]) => other !== key).map(([, entry]) => entry);
      const allBytes = [...others, stored].reduce((sum, entry) => sum + entry.sizeBytes, 0);
      if (allBytes > quotaBytes) throw new Error('in setAsync: Exceeded the storage quota of 5 MB');
      this.values.set(key, stored);
    },
    deleteAsync: async (key) => {
      this.values.delete(key);
    },
    keysAsync: async () => [...this.values.keys()],
  };

  dump(): Record<string, unknown> {
    return Object.fromEntries([...this.values].map(([key, value]) => [key, fromCrossing(value)]));
  }

  load(values: Record<string, unknown>): void {
    for (const [key, value] of Object.entries(values)) this.values.set(key, entryOf(key, value));
  }
}

function entryOf(key: string, value: unknown): Crossing & { sizeBytes: number } {
  const { json, buffers } = toCrossing(value);
  const bytes = buffers.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return { json, buffers, sizeBytes: bytes + sizeBytes(key + json) };
}
