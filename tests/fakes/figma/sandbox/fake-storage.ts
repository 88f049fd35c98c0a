const quotaBytes = 5 * 1024 * 1024;

/** `clientStorage`: copies on both ways, and 5 MB for all keys together. */
export class FakeStorage {
  private readonly values = new Map<string, string>();

  readonly api = {
    getAsync: async (key: string): Promise<unknown> => {
      const stored = this.values.get(key);
      return stored === undefined ? undefined : JSON.parse(stored);
    },
    setAsync: async (key: string, value: unknown): Promise<void> => {
      const stored = JSON.stringify(value);
      const others = [...this.values].filter(([other]) => other !== key);
      const sizeBytes = [...others, [key, stored]].reduce((sum, [k, v]) => sum + `${k}${v}`.length, 0);
      if (sizeBytes > quotaBytes) throw new Error('in setAsync: Exceeded the storage quota of 5 MB');
      this.values.set(key, stored);
    },
    deleteAsync: async (key: string): Promise<void> => {
      this.values.delete(key);
    },
    keysAsync: async (): Promise<string[]> => [...this.values.keys()],
  };

  dump(): Record<string, unknown> {
    return Object.fromEntries([...this.values].map(([key, value]) => [key, JSON.parse(value)]));
  }

  load(values: Record<string, unknown>): void {
    for (const [key, value] of Object.entries(values)) this.values.set(key, JSON.stringify(value));
  }
}
