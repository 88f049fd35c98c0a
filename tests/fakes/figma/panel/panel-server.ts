import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { figmaPage, networkPage } from './figma-pages.ts';

export type PanelServer = { url: string; close(): Promise<void> };

/**
 * Figma's nest of frames: the page, a frame that carries the manifest's policy, and in it the panel
 * as a `data:` document, whose origin is opaque and which inherits the policy.
 */
export async function servePanel(
  html: string,
  allowedDomains: readonly string[],
  hasWorkers = false,
): Promise<PanelServer> {
  const scripts = hasWorkers ? "data: 'unsafe-inline'" : "'unsafe-inline'";
  const policy = `default-src data: ${allowedDomains.join(' ')}; script-src ${scripts}; style-src 'unsafe-inline'`;
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (request.url !== '/network') return response.end(figmaPage);
    response.setHeader('content-security-policy', policy);
    return response.end(networkPage(Buffer.from(html).toString('base64')));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
