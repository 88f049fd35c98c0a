import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createDeferred } from '../deferred.ts';

type HttpServer = { port: number; close(): Promise<void> };

/** `portInUse` so that a caller can tell a busy port from a broken machine. */
export function isPortInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function listen(server: Server, port: number): Promise<void> {
  const listening = createDeferred();
  server.once('error', listening.reject);
  server.listen(port, '127.0.0.1', () => {
    server.off('error', listening.reject);
    listening.resolve();
  });
  return listening.promise;
}

/** Serves on loopback only; port 0 takes a free one. Closing also ends connections that hang. */
export async function serve(
  port: number,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  upgrade?: (request: IncomingMessage, stream: Duplex) => void,
): Promise<HttpServer> {
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  // A held request is held until it is released, not until Node loses patience.
  server.requestTimeout = 0;
  if (upgrade) server.on('upgrade', upgrade);
  await listen(server, port);
  const close = () => {
    const closed = createDeferred();
    server.close(() => closed.resolve());
    server.closeAllConnections();
    return closed.promise;
  };
  return { port: (server.address() as AddressInfo).port, close };
}
