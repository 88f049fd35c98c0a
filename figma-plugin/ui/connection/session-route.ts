import { createPoliteness } from '#shared/engines/http/politeness.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { systemClock as clock } from '#shared/platform.ts';
import type { KeyValueStore } from '#shared/ports.ts';
import { createPluginFetch } from '../platform/plugin-fetch.ts';
import { createStore } from '../platform/store.ts';
import { connect, openWorkflow, type RouteDraft } from './connect.ts';
import { type Credentials, keepCredentials, readCredentials } from './plugin-connection.ts';

/** The way to the team's workflow, as it was last connected on this computer. */
export async function openSessionRoute(storage: KeyValueStore) {
  const ports = { fetch: createPluginFetch(), clock, politeness: createPoliteness({ clock }) };
  const credentials = createStore(await readCredentials(storage));
  const connected = (): Credentials => {
    const current = credentials.get();
    if (!current) throw new AppError('not-configured', 'No route is connected');
    return current;
  };

  return {
    credentials,
    /** Raises `not-configured`. */
    workflow: async () => openWorkflow(connected(), ports),

    /** Tries a route and keeps it. Raises what `connect` raises. */
    async connect(draft: RouteDraft): Promise<Credentials> {
      const tested = await connect(draft, ports);
      await keepCredentials(storage, tested);
      credentials.set(tested);
      return tested;
    },

    /** Asks the server for the workflow as it is now. */
    async check(): Promise<void> {
      const current = connected();
      const description = await openWorkflow(current, ports).engine.describe();
      credentials.set({ ...current, connection: { ...current.connection, description } });
    },
  };
}
