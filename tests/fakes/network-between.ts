import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './self-signed.ts';

export type NetworkBetween = { origin: string; requestCount(): number; close(): Promise<void> };

const page = '<!DOCTYPE html>\n<html><head><title>Web filter</title></head><body>Not allowed</body></html>';

/** What may stand between a person and a server, or in its place. */
export const interferers = {
  /** A company's filter, whose page has status 403. */
  filter: (_, answer) => answer.writeHead(403, { 'Content-Type': 'text/html' }).end(page),
  /** The sign-in page of a hotel: status 200, and no type that would give it away. */
  portal: (_, answer) => answer.writeHead(200).end(`<!-- gate 7 -->\n${page}`),
  proxy: (_, answer) =>
    answer.writeHead(407, { 'Proxy-Authenticate': 'Basic realm="office"' }).end('Proxy sign-in required'),
  gate: (_, answer) => answer.writeHead(511, { 'Content-Type': 'text/html' }).end(page),
  /** Sends everybody to its own page. */
  redirector: (_, answer) => answer.writeHead(302, { Location: 'http://127.0.0.1:9/portal' }).end(),
} satisfies Record<string, RequestListener>;

/** A server on loopback that answers everything alike; with `tls` under a certificate nobody trusts. */
export async function startNetworkBetween(
  listener: RequestListener,
  { tls = false } = {},
): Promise<NetworkBetween> {
  let count = 0;
  const counting: RequestListener = (request, answer) => {
    count += 1;
    request.resume();
    listener(request, answer);
  };
  const server = tls ? createTlsServer(selfSigned('filter.example'), counting) : createServer(counting);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    requestCount: () => count,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
