import {
  type ComfyDeployConnection,
  type OnDeviceConnection,
  parseConnection,
} from '#shared/connection/connection.ts';
import type { KeyValueStore } from '#shared/ports.ts';
import * as z from '#shared/zod.ts';
import { type NetworkRoute, type Route, routes } from './route.ts';

/** How this computer's plugin reaches the team's workflow, without the key. A stored document. */
export type PluginConnection = {
  version: 1;
  route: Route;
  address: string;
  connection: ComfyDeployConnection | OnDeviceConnection;
};

/** With the key or token, which is kept apart and only in Figma's `clientStorage`. */
export type Credentials = PluginConnection & { secret: string };
export type NetworkCredentials = Credentials & { route: NetworkRoute; connection: ComfyDeployConnection };

export function isByNetwork(credentials: Credentials): credentials is NetworkCredentials {
  return credentials.route !== 'browser' && !isOnDevice(credentials);
}

export function isOnDevice({ connection }: Pick<PluginConnection, 'connection'>): boolean {
  return connection.engine === 'on-device';
}

const schema = z.looseObject({
  version: z.literal(1),
  route: z.enum(routes),
  address: z.string(),
  connection: z.unknown(),
});

export async function readCredentials(store: KeyValueStore): Promise<Credentials | null> {
  const stored = schema.safeParse(await store.get('connection'));
  const secret = await store.get('secret');
  const connection = stored.success ? parseConnection(stored.data.connection) : null;
  if (!stored.success || connection?.engine !== 'comfydeploy' || typeof secret !== 'string') return null;
  const { route, address } = stored.data;
  return { version: 1, route, address, connection, secret };
}

export async function keepCredentials(store: KeyValueStore, credentials: Credentials): Promise<void> {
  const { secret, ...connection } = credentials;
  await store.set('secret', secret);
  await store.set('connection', connection);
}

const onDeviceKey = 'samples';

/** Whether the sample looks are in use, beside whatever else is connected. */
export async function readOnDevice(store: KeyValueStore): Promise<boolean> {
  return (await store.get(onDeviceKey)) === true;
}

export async function keepOnDevice(store: KeyValueStore, isInUse: boolean): Promise<void> {
  if (isInUse) await store.set(onDeviceKey, true);
  else await store.delete(onDeviceKey);
}
