import { systemClock as clock } from '#shared/platform.ts';
import { connect } from '../../../figma-plugin/ui/connection/connect.ts';
import { keepCredentials } from '../../../figma-plugin/ui/connection/plugin-connection.ts';
import type { FakeFigma } from './fake-figma.ts';
import type { Team } from './team.ts';

/** Puts a member's connection where the plugin keeps it, as an earlier visit to its settings would have. */
export async function connectBeforehand(figma: FakeFigma, { relayUrl, token, standIn }: Team): Promise<void> {
  const draft = {
    route: 'relay',
    address: relayUrl,
    secret: token,
    deploymentId: standIn.deploymentId,
  } as const;
  const kept: Record<string, unknown> = {};
  const store = {
    get: async (key: string) => kept[key],
    set: async (key: string, value: unknown) => void Object.assign(kept, { [key]: value }),
    delete: async () => {},
  };
  await keepCredentials(store, await connect(draft, { fetch, clock }));
  figma.loadStorage(kept);
}
