import { createPoliteness } from '#shared/engines/http/politeness.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { PairedBrowser } from '#shared/pairing/guest/paired-browser.ts';
import { systemClock as clock } from '#shared/platform.ts';
import type { BlobStore, KeyValueStore } from '#shared/ports.ts';
import { createBrowserRoute } from '../pairing/browser-route.ts';
import { createPluginFetch } from '../platform/plugin-fetch.ts';
import { createStore } from '../platform/store.ts';
import { connect, openWorkflow, type RouteDraft } from './connect.ts';
import { type Credentials, isByNetwork, keepCredentials, readCredentials } from './plugin-connection.ts';

/** The way to the team's workflow, as it was last connected on this computer. */
export async function openSessionRoute(storage: KeyValueStore, blobs: BlobStore) {
  const ports = { fetch: createPluginFetch(), clock, politeness: createPoliteness({ clock }) };
  const browser = createBrowserRoute(blobs);
  const credentials = createStore(await readCredentials(storage));
  const connected = (): Credentials => {
    const current = credentials.get();
    if (!current) throw new AppError('not-configured', 'No route is connected');
    return current;
  };

  return {
    credentials,
    browserPresets: browser.presets,

    /** Raises `not-configured`. */
    async workflow(job: Job | null) {
      const current = connected();
      return isByNetwork(current) ? openWorkflow(current, ports) : browser.workflow(current, job);
    },

    /** The paired browser, asked what it offers now; `null` on other routes, and for one that is too old. */
    async partner(): Promise<PairedBrowser | null> {
      const { route, secret = '' } = credentials.get() ?? {};
      if (route !== 'browser') return null;
      await browser.list(secret);
      return browser.partner(secret);
    },

    /** Tries a route and keeps it. Raises what `connect` raises. */
    async connect({ route, ...draft }: RouteDraft): Promise<Credentials> {
      const tested =
        route === 'browser' ? await browser.connect(draft.secret) : await connect({ ...draft, route }, ports);
      await keepCredentials(storage, tested);
      credentials.set(tested);
      return tested;
    },

    /** Asks the server for the workflow as it is now. */
    async check(): Promise<void> {
      const current = connected();
      if (!isByNetwork(current)) return credentials.set(await browser.list(current.secret));
      const description = await openWorkflow(current, ports).engine.describe();
      credentials.set({ ...current, connection: { ...current.connection, description } });
    },
  };
}
