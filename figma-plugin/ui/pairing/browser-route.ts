import type { Workflow } from '#shared/jobs/drive.ts';
import type { Job } from '#shared/jobs/job.ts';
import { createPairedEngine, describe, pricesOf, readListing } from '#shared/pairing/guest/engine.ts';
import { claimPairing, type GuestDeps, type Pairing } from '#shared/pairing/guest/open-session.ts';
import { createPairedBrowser, type PairedBrowser } from '#shared/pairing/guest/paired-browser.ts';
import { plainCrypto } from '#shared/pairing/plain/plain-crypto.ts';
import type { Listing } from '#shared/pairing/verbs.ts';
import { systemClock as clock } from '#shared/platform.ts';
import type { BlobStore } from '#shared/ports.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { canonicalJson } from '#shared/sync/canonical-json.ts';
import type { Credentials } from '../connection/plugin-connection.ts';
import { createStore } from '../platform/store.ts';
import { openFrameWire } from './frame-wire.ts';

const deps: GuestDeps = { openWire: openFrameWire, crypto: plainCrypto, clock };

export type BrowserRoute = ReturnType<typeof createBrowserRoute>;

/** The browser beside the panel as a route: it runs the pictures with its own key, which never gets here. */
export function createBrowserRoute(blobs: BlobStore) {
  const presets = createStore<readonly Preset[]>([]);
  let open: { secret: string; browser: PairedBrowser } | null = null;
  let can: readonly string[] = [];

  /** One session for all jobs of a pairing. */
  function browserOf(secret: string): PairedBrowser {
    if (open?.secret !== secret) {
      const [pairingId = '', key = ''] = secret.split(' ');
      open = { secret, browser: createPairedBrowser({ pairingId, key }, deps) };
    }
    return open.browser;
  }

  async function list(secret: string): Promise<Credentials> {
    const listing = await readListing(browserOf(secret));
    can = listing.can ?? [];
    const listed = ownPresets(listing);
    if (canonicalJson(listed) !== canonicalJson(presets.get())) presets.set(listed);
    return credentialsOf(secret, listing);
  }

  return {
    /**
     * The person's presets in that browser, beside the built-in ones; known once it was asked, and the same list
     * for as long as it answers the same. Those that have met ours come with their marks and all: they are better.
     */
    presets,
    /** Raises the codes of `claimPairing`, and what the browser raises. */
    connect: async (code: string) => list(secretOf(await claimPairing(code, deps))),
    /** What the browser offers now. */
    list,
    /** The browser itself, once it was asked; `null` where it is too old to be asked for more than pictures. */
    partner: (secret: string): PairedBrowser | null =>
      can.includes('handoff') && can.includes('presets') ? browserOf(secret) : null,
    workflow(credentials: Credentials, job: Job | null): Workflow {
      const { description, prices } = credentials.connection;
      const browser = browserOf(credentials.secret);
      return { engine: createPairedEngine({ browser, blobs, clock, job }), description, prices };
    },
  };
}

function secretOf({ pairingId, key }: Pairing): string {
  return `${pairingId} ${key}`;
}

/** The browser's addresses are its own business: none is known here. */
function credentialsOf(secret: string, listing: Listing): Credentials {
  const facts = { description: describe(listing), prices: pricesOf(listing), hosts: [] };
  const where = { engine: 'comfydeploy', baseUrl: '', deploymentId: listing.workflow.id } as const;
  return {
    version: 1,
    route: 'browser',
    address: '',
    secret,
    connection: { version: 1, ...facts, ...where },
  };
}

function ownPresets({ presets }: Listing): Preset[] {
  return presets
    .filter(({ builtIn }) => !builtIn)
    .map((preset) => ({ version: 1, picture: null, safe: null, folder: '', ...preset }));
}
