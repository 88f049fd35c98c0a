import { browser } from 'wxt/browser';
import { type CaptureRoute, captureRoutes } from '#shared/capture/receipt.ts';
import * as z from '#shared/zod.ts';

const documentKey = 'capture-sites';
const maxSites = 100;

const siteSchema = z.object({
  /** Nothing of an address beyond it. */
  origin: z.string(),
  /** What led to the last picture there. */
  route: z.optional(z.enum(captureRoutes)),
  /** The person would rather have what the screen shows than be asked for a host. */
  prefersScreen: z.optional(z.boolean()),
});

const documentSchema = z.object({ version: z.literal(1), sites: z.array(siteSchema) });

export type SiteMemory = { route?: CaptureRoute | undefined; prefersScreen?: boolean | undefined };

/** What worked on a site before; nothing where it is new. */
export async function recallSite(origin: string): Promise<SiteMemory> {
  return (await load()).find((site) => site.origin === origin) ?? {};
}

/** The newest site first, the oldest forgotten. Private windows never come here: the extension is not in them. */
export async function rememberSite(origin: string, memory: SiteMemory): Promise<void> {
  if (origin === 'null') return;
  const sites = await load();
  const known = sites.find((site) => site.origin === origin);
  const others = sites.filter((site) => site !== known);
  const list = [{ ...known, ...memory, origin }, ...others].slice(0, maxSites);
  await browser.storage.local.set({ [documentKey]: { version: 1, sites: list } });
}

async function load() {
  const stored = await browser.storage.local.get(documentKey);
  const parsed = documentSchema.safeParse(stored[documentKey]);
  return parsed.success ? parsed.data.sites : [];
}
