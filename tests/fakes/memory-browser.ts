type Wanted = { origins: string[] };

type Parts = ReturnType<typeof createMemoryBrowser>['parts'];

let current: Parts | null = null;

/** What `wxt/browser` is in unit tests (vitest.config.ts): the browser that was made last. */
export const browser = new Proxy({} as Parts, {
  get: (_, part) => (current === null ? undefined : Reflect.get(current, part)),
});

/** An extension's browser as far as its stores and rights go. Values go in and out as copies. */
export function createMemoryBrowser(onWrite: () => void = () => {}) {
  const local = createArea(onWrite);
  const allowed = new Set<string>();
  const tabs = createTabs();
  const parts = {
    runtime: { getManifest: () => ({ version: '0.0.0' }), getURL: (path: string) => `extension:/${path}` },
    storage: { local, sync: createArea() },
    action: { setPopup: async () => {} },
    ...tabs,
    permissions: {
      contains: async ({ origins }: Wanted) => origins.every((origin) => allowed.has(origin)),
      async remove({ origins }: Wanted) {
        for (const origin of origins) allowed.delete(origin);
      },
    },
  };
  current = parts;
  return { local, allowed, open: tabs.open, parts };
}

/** What happened to each tab, by its place in the row. */
function createTabs() {
  const open: { url: string; reloads: number }[] = [];
  const found = (url: string) => open.flatMap((tab, id) => (tab.url === url ? [{ id, windowId: 0 }] : []));
  return {
    open,
    tabs: {
      query: async ({ url }: { url: string }) => found(url),
      create: async ({ url }: { url: string }) => void open.push({ url, reloads: 0 }),
      async reload(id: number) {
        for (const tab of open.slice(id, id + 1)) tab.reloads += 1;
      },
      update: async () => {},
    },
    windows: { update: async () => {} },
  };
}

function createArea(onWrite: () => void = () => {}) {
  const texts = new Map<string, string>();
  const read = () => Object.fromEntries([...texts].map(([key, text]) => [key, JSON.parse(text)]));
  return {
    read,
    async get(key: string | null) {
      const stored = read();
      return key === null ? stored : key in stored ? { [key]: stored[key] } : {};
    },
    async set(values: Record<string, unknown>) {
      onWrite();
      for (const [key, value] of Object.entries(values)) texts.set(key, JSON.stringify(value));
    },
    async remove(key: string) {
      texts.delete(key);
    },
  };
}
