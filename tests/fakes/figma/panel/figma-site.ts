import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from '../../self-signed.ts';
import { figmaPage } from './figma-pages.ts';

export type FigmaSite = { port: number; close(): Promise<void> };

/** What Figma first loads into the panel's frame: it waits for the page to say what to write there. */
const loader = `<script>
addEventListener('message', ({ source, data }) => {
  if (source !== parent.parent.parent || !data || !data.write) return;
  document.open();
  document.write(data.write);
  document.close();
});
parent.parent.parent.postMessage({ loaded: true }, '*');
</script>`;

/** The page around: the same as without an extension, but for the writing. */
function page(html: string): string {
  const writing = `<script>
const html = ${JSON.stringify(html).replaceAll('<', '\\u003c')};
addEventListener('message', ({ source, data }) => { if (data && data.loaded) source.postMessage({ write: html }, '*'); });
</script>`;
  return figmaPage.replace('</title>', () => `</title>${writing}`).replace('/network', '/plugin-sandbox');
}

/** The same-origin frame, in it a blank one with the manifest's policy, in that the panel. */
function sandbox(policy: string): string {
  const panel = `data:text/html;base64,${Buffer.from(loader).toString('base64')}`;
  const network = `<meta http-equiv="Content-Security-Policy" content="${policy}">
<style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100%; display: block }</style>
<iframe id="plugin-iframe" name="Inner Plugin Iframe" src="${panel}"></iframe>`;
  return `<!doctype html><style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100%; display: block }</style>
<iframe id="blank" name="Network Plugin Iframe"></iframe>
<script>
const network = document.getElementById('blank').contentDocument;
network.open();
network.write(${JSON.stringify(network).replaceAll('<', '\\u003c')});
network.close();
const panel = network.getElementById('plugin-iframe');
// As Figma's frame between does: only the panel's own messages go up.
document.getElementById('blank').contentWindow.addEventListener('message', (event) => {
  if (event.source === panel.contentWindow) parent.postMessage(event.data, '*');
});
addEventListener('message', (event) => {
  if (event.source === parent) panel.contentWindow.postMessage(event.data, '*');
});
</script>`;
}

/** Figma on https with its real nest of frames; the test's browser takes it for www.figma.com. */
export async function serveFigmaSite(html: string): Promise<FigmaSite> {
  const policy = "default-src data:; script-src 'unsafe-inline'; style-src 'unsafe-inline'";
  const server = createServer(selfSigned('www.figma.com'), (request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(request.url === '/plugin-sandbox' ? sandbox(policy) : page(html));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
