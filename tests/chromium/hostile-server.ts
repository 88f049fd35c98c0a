import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { photo } from './product-fixture.ts';

export type HostileServer = { url: string; origin: string; close(): Promise<void> };

/** Tells every page of the site what was asked for in any of them. */
const worker = `addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', ({ request }) => clients.matchAll().then((all) =>
    all.forEach((page) => page.postMessage(request.url + ' from ' + request.referrer))));`;

/** A page of one picture that has all that goes through its site's hands looked at by a worker of its own. */
export async function serveHostilePage(): Promise<HostileServer> {
  const picture = await readFile(photo('coffee.png'));
  const server = createServer(({ url }, answer) => {
    const [type, body] =
      url === '/worker.js'
        ? ['text/javascript', worker]
        : url === '/coffee.png'
          ? ['image/png', picture]
          : ['text/html', '<!doctype html><title>Coffee</title><img id="t" width="600" src="/coffee.png">'];
    answer.setHeader('Content-Type', type).setHeader('Cache-Control', 'no-store').end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://hostile.localhost:${port}`;
  return {
    url: `${origin}/`,
    origin,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
