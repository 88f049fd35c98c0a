import { browser } from 'wxt/browser';
import type { Connection } from '#shared/connection/connection.ts';
import { loadConnections } from '../../platform/connection-store.ts';
import { hostsOf } from './take-connections.ts';

/** Of the hosts that a file's engines need, those this browser has not been allowed so far. */
export async function hostsToBeAllowed(connections: readonly Connection[]): Promise<string[]> {
  const isAllowed = (host: string) => browser.permissions.contains({ origins: [host] }).catch(() => false);
  const hosts = await Promise.all(
    hostsOf(connections).map(async (host) => ((await isAllowed(host)) ? [] : host)),
  );
  return hosts.flat();
}

/** Gives back what was allowed for a file, as far as no connected engine uses it. */
export async function giveBack(hosts: readonly string[]): Promise<void> {
  const used = new Set((await loadConnections()).flatMap((connection) => connection.hosts));
  const unused = hosts.filter((host) => !used.has(host));
  // One by one: what a browser does not know keeps none of the others.
  await Promise.allSettled(unused.map((host) => browser.permissions.remove({ origins: [host] })));
}
