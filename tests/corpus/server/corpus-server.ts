import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { framePages } from '../cases/roots.ts';
import type { CorpusCase, Host, Hosts } from '../corpus-case.ts';
import { sendOther } from './other-answers.ts';
import { photograph } from './photographs.ts';

export type CorpusServer = { hosts: Hosts; urlOf(found: CorpusCase): string; close(): Promise<void> };

/** One server under many names: to a browser each is an origin of its own, and all are on this device. */
const names: Readonly<Record<Host, string>> = {
  site: 'www.site.localhost',
  members: 'img.site.localhost',
  cdn: 'cdn.elsewhere.localhost',
  open: 'open.elsewhere.localhost',
  hot: 'hot.elsewhere.localhost',
  once: 'once.elsewhere.localhost',
};

const cookie = 'member=1; Domain=site.localhost; Path=/';

type Exchange = { request: IncomingMessage; answer: ServerResponse; host: Host; path: string };

/** Serves the corpus: its pages on the site, photographs on every host as that host treats them. */
export async function startCorpusServer(cases: readonly CorpusCase[]): Promise<CorpusServer> {
  const asked = new Set<string>();
  const server = createServer((request, answer) => {
    const { hostname, pathname } = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const host = (Object.keys(names) as Host[]).find((each) => names[each] === hostname) ?? 'site';
    void serve({ request, answer, host, path: pathname });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const hosts = Object.fromEntries(
    Object.entries(names).map(([host, name]) => [host, `http://${name}:${port}`]),
  ) as Hosts;

  async function serve(exchange: Exchange): Promise<void> {
    const { answer, path } = exchange;
    const found = path.startsWith('/case/') ? cases.find(({ name }) => path === `/case/${name}`) : undefined;
    if (found) return sendPage(answer, found, hosts);
    const frame = /^\/frame\/(\w+)$/.exec(path)?.[1];
    if (frame)
      return sendFrame(answer, (framePages[frame] ?? '').replaceAll('//www.site.localhost', hosts.site));
    if (path.startsWith('/sized/') || path.startsWith('/photo/')) return sendPhoto(exchange, asked);
    if (await sendOther(answer, path, hosts)) return;
    answer.writeHead(404).end();
  }

  return {
    hosts,
    urlOf: ({ name, path }) => `${hosts.site}${path ?? `/case/${name}`}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function sendPage(answer: ServerResponse, { html, headers = {} }: CorpusCase, hosts: Hosts): void {
  answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Set-Cookie': cookie, ...headers });
  answer.end(`<!doctype html><meta charset="utf-8"><title>Case</title>
    <style>body{margin:24px;font:14px sans-serif;background:#fff} img{display:block}</style>${html(hosts)}`);
}

function sendFrame(answer: ServerResponse, html: string): void {
  answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
  answer.end(`<!doctype html><style>body{margin:8px}</style>${html}`);
}

async function sendPhoto({ request, answer, host, path }: Exchange, asked: Set<string>): Promise<void> {
  const isSmall = path.startsWith('/sized/') && (request.url ?? '').includes('w=');
  const name = path.split('/').at(-1) ?? '';
  const picture = await photograph(isSmall ? name.replace(/\d+x\d+/, '300x200') : name);
  const status = picture ? statusFor(host, request, asked) : 404;
  if (!picture || status !== 200) return void answer.writeHead(status).end();
  answer.writeHead(200, {
    'Content-Type': picture.mimeType,
    'Content-Length': picture.bytes.length,
    ...((host === 'open' || host === 'once') && { 'Access-Control-Allow-Origin': '*' }),
    ...(host === 'once' && { 'Cache-Control': 'no-store' }),
  });
  answer.end(picture.bytes);
}

function statusFor(host: Host, { headers, url = '' }: IncomingMessage, asked: Set<string>): number {
  if (host === 'hot' && !headers.referer?.includes(names.site)) return 403;
  if (host === 'members' && !headers.cookie?.includes('member=1')) return 401;
  if (host !== 'once') return 200;
  const isFirst = !asked.has(url);
  asked.add(url);
  return isFirst ? 200 : 410;
}
