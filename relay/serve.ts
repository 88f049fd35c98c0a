import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '#shared/platform.ts';
import { answerOver } from './node/answer-over.ts';
import { nodeFetch, publicNodeFetch } from './node/node-fetch.ts';
import { isPrivateHost } from './node/private-hosts.ts';
import { studioFilesIn } from './node/studio-folder.ts';
import { isLoopbackHost } from './picture/loopback.ts';
import { createRelay, type Relay } from './relay.ts';
import { comfyDeployUpstream, type RelayConfig } from './relay-config.ts';

/** A large picture over a slow line: Node's own limit of 5 minutes would cut it off. */
const uploadLimitMs = 15 * 60_000;
const closeGraceMs = 2_000;
const settleEveryMs = 15_000;

type Given = 'fetch' | 'publicFetch' | 'upstream';

export type ServeOptions = Omit<RelayConfig, Given> &
  Partial<Pick<RelayConfig, Given>> & {
    /** 0 takes a free port. */
    port: number;
    /** Interface to listen on; `127.0.0.1` keeps the relay on this machine. */
    host?: string;
  };

export type RunningRelay = {
  /** Without a slash at the end, e.g. `http://localhost:3017`. */
  url: string;
  /** Stops taking requests, lets those under way finish for two seconds, then cuts them. */
  close(): Promise<void>;
};

/** Puts the relay on a port. Rejects when the port is taken. */
export async function serveRelay({
  port,
  host = '127.0.0.1',
  ...config
}: ServeOptions): Promise<RunningRelay> {
  const parts = {
    upstream: comfyDeployUpstream,
    fetch: nodeFetch,
    publicFetch: publicNodeFetch,
    isPrivateHost,
    studioFiles: studioFilesIn(),
  };
  const relay = createRelay({ ...parts, ...config });
  const underWay = new Set<Promise<void>>();
  const server = createServer({ requestTimeout: uploadLimitMs }, (incoming, outgoing) => {
    const answering = answerOver(relay.handle, incoming, outgoing);
    underWay.add(answering);
    void answering.finally(() => underWay.delete(answering));
  });
  server.listen(port, host);
  await once(server, 'listening');
  const stopping = new AbortController();
  const settling = settleUntil(stopping.signal, relay.settleDue);
  return {
    url: urlOf(server, host),
    async close() {
      stopping.abort();
      await stop(server);
      // What was cut off may still write down what became of it: the database is closed after this.
      await Promise.race([Promise.all([settling, ...underWay]), sleep(closeGraceMs, null, { ref: false })]);
    },
  };
}

/** Failures are logged by nobody: what was not settled is due again. */
async function settleUntil(signal: AbortSignal, settleDue: Relay['settleDue']): Promise<void> {
  while (!signal.aborted) {
    await settleDue(signal).catch(() => {});
    await systemClock.sleep(settleEveryMs, signal).catch(() => {});
  }
}

/** `localhost` wherever it leads here, because Figma's manifest takes no numeric address. */
function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  const isHere = isLoopbackHost(name) || name === '0.0.0.0' || name === '[::]';
  return `http://${isHere ? 'localhost' : name}:${port}`;
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const timer = setTimeout(() => server.closeAllConnections(), closeGraceMs);
  await closed;
  clearTimeout(timer);
}
