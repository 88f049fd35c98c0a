import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bombPng } from '../../unit/images/sample-pictures.ts';
import { bombs } from './all.ts';
import { file } from './bomb.ts';

export type BombServer = { urlOf(name: string): string; close(): Promise<void> };

const harmless = file('harmless', () => bombPng(800), null);

/** Pictures lie out of view, so that the browser itself does not open them while we are measured. */
const farDownPx = 4_000;

/** A page for each bomb, and one whose picture is a `data:` address of 100 MB. */
export async function startBombServer(): Promise<BombServer> {
  const server = createServer((request, answer) => {
    const [, kind, name] = (request.url ?? '').split('/');
    const bomb = [harmless, ...bombs].find((each) => each.name === name);
    if (kind === 'bomb' && bomb) return bomb.serve(answer);
    answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    answer.end(
      pageOf(name === 'data-address-of-100-mb' ? fillScript : '', bomb ? `src="/bomb/${name}"` : ''),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (name) => `http://bombs.localhost:${port}/page/${name}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function pageOf(script: string, source: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Bomb</title>
    <img id="t" alt="A picture" ${source} style="display:block;margin-top:${farDownPx}px;width:480px;height:320px"><script>${script}</script>`;
}

/** A small picture with a hundred million bytes behind its end. */
const fillScript = `document.querySelector('#t').src = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7' + 'A'.repeat(100e6);`;
