import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerOver } from './node/answer-over.ts';
import { nodeFetch } from './node/node-fetch.ts';
import { isPrivateHost } from './node/private-hosts.ts';
import { isLoopbackHost } from './picture/loopback.ts';
import { createRelay } from './relay.ts';
import { comfyDeployUpstream, type RelayConfig } from './relay-config.ts';

/** A large picture over a slow line: Node's own limit of 5 minutes would cut it off. */
const uploadLimitMs = 15 * 60_000;
const closeGraceMs = 2_000;

export type ServeOptions = Omit<RelayConfig, 'fetch' | 'upstream'> &
  Partial<Pick<RelayConfig, 'fetch' | 'upstream'>> & {
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
  const relay = createRelay({ upstream: comfyDeployUpstream, fetch: nodeFetch, isPrivateHost, ...config });
  const server = createServer({ requestTimeout: uploadLimitMs }, (incoming, outgoing) => {
    void answerOver(relay, incoming, outgoing);
  });
  server.listen(port, host);
  await once(server, 'listening');
  return { url: urlOf(server, host), close: () => stop(server) };
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
