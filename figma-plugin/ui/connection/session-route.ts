import { createPoliteness } from '#shared/engines/http/politeness.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Workflow } from '#shared/jobs/drive.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { PairedBrowser } from '#shared/pairing/guest/paired-browser.ts';
import { systemClock as clock } from '#shared/platform.ts';
import type { BlobStore, KeyValueStore } from '#shared/ports.ts';
import { createBrowserRoute } from '../pairing/browser-route.ts';
import { createPluginFetch } from '../platform/plugin-fetch.ts';
import { createStore, type Store } from '../platform/store.ts';
import type { DeviceRoute } from '../sample-looks/device-route.ts';
import { connect, openWorkflow, type RouteDraft } from './connect.ts';
import {
  type Credentials,
  isByNetwork,
  isOnDevice,
  keepCredentials,
  keepOnDevice,
  readCredentials,
  readOnDevice,
} from './plugin-connection.ts';

type Deps = { storage: KeyValueStore; blobs: BlobStore; device: DeviceRoute };

/**
 * The way to whoever makes the pictures, as it was last chosen on this computer. The team's outlives a
 * change to the sample looks: its pictures in work are still fetched by it.
 */
export async function openSessionRoute({ storage, blobs, device }: Deps) {
  const ports = { fetch: createPluginFetch(), clock, politeness: createPoliteness({ clock }) };
  const browser = createBrowserRoute(blobs);
  const team = createStore(await readCredentials(storage));
  const credentials = createStore((await readOnDevice(storage)) ? await device.credentials() : team.get());

  const choose = (chosen: Credentials): Credentials => {
    if (!isOnDevice(chosen)) team.set(chosen);
    credentials.set(chosen);
    return chosen;
  };
  const teamWorkflow = (job: Job): Workflow => {
    const current = connected(team);
    return isByNetwork(current) ? openWorkflow(current, ports) : browser.workflow(current, job);
  };

  return {
    credentials,
    /** The way to the team's workflow, which may not be the one in use. */
    team,
    browserPresets: browser.presets,

    /** Raises `not-configured`. */
    workflow: async (job: Job): Promise<Workflow> =>
      job.recipe.engine === 'on-device' ? device.workflow() : teamWorkflow(job),

    /** The paired browser, asked what it offers now; `null` on other routes, and for one that is too old. */
    async partner(): Promise<PairedBrowser | null> {
      const { route, secret = '' } = team.get() ?? {};
      if (route !== 'browser') return null;
      await browser.list(secret);
      return browser.partner(secret);
    },

    /** Tries a route and keeps it. Raises what `connect` raises. */
    async connect({ route, ...draft }: RouteDraft): Promise<Credentials> {
      if (route === 'device') {
        await device.test();
        await keepOnDevice(storage, true);
        return choose(await device.credentials());
      }
      const tested =
        route === 'browser' ? await browser.connect(draft.secret) : await connect({ ...draft, route }, ports);
      await keepCredentials(storage, tested);
      await keepOnDevice(storage, false);
      return choose(tested);
    },

    /** Asks the server for the workflow as it is now. */
    async check(): Promise<void> {
      const current = connected(credentials);
      if (isOnDevice(current)) return;
      if (!isByNetwork(current)) return void choose(await browser.list(current.secret));
      const description = await openWorkflow(current, ports).engine.describe();
      choose({ ...current, connection: { ...current.connection, description } });
    },
  };
}

function connected(store: Pick<Store<Credentials | null>, 'get'>): Credentials {
  const current = store.get();
  if (!current) throw new AppError('not-configured', 'No route is connected');
  return current;
}
