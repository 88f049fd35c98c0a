import type { ServerResponse } from 'node:http';
import type { Hosts } from '../corpus-case.ts';
import { photograph } from './photographs.ts';

const everyMs = 200;
const worker = `addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => {
    if (event.request.url.includes('/made/')) event.respondWith(fetch('/photo/rocket-1200x800.jpg'));
  });`;
const xhtml = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Case</title></head>
  <body><img id="t" width="480" height="320" alt="A rocket" src="/photo/rocket-1200x800.jpg"/></body></html>`;

/** What is neither a page of the corpus nor a photograph; false where there is no such thing. */
export async function sendOther(answer: ServerResponse, path: string, hosts: Hosts): Promise<boolean> {
  const send = (type: string, text: string) => void answer.writeHead(200, { 'Content-Type': type }).end(text);
  if (path.startsWith('/to/cdn/')) {
    answer.writeHead(302, { Location: hosts.cdn + path.slice('/to/cdn'.length) }).end();
  } else if (path === '/worker.js') send('text/javascript', worker);
  else if (path === '/xhtml') send('application/xhtml+xml', xhtml);
  else if (path === '/sprite.svg') send('image/svg+xml', await sprite());
  else if (path === '/stream/rocket') await stream(answer);
  else return false;
  return true;
}

async function rocket(): Promise<Buffer> {
  return (await photograph('rocket-1200x800.jpg'))?.bytes ?? Buffer.alloc(0);
}

async function sprite(): Promise<string> {
  const href = `data:image/jpeg;base64,${(await rocket()).toString('base64')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg"><symbol id="s" viewBox="0 0 3 2"><image width="3" height="2" href="${href}"/></symbol></svg>`;
}

/** As cameras send: the next picture in the place of the last, without end. */
async function stream(answer: ServerResponse): Promise<void> {
  const picture = await rocket();
  const type = 'multipart/x-mixed-replace; boundary=next';
  answer.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
  const send = () => {
    answer.write('--next\r\nContent-Type: image/jpeg\r\n\r\n');
    answer.write(picture);
    answer.write('\r\n');
  };
  send();
  const timer = setInterval(send, everyMs);
  answer.on('close', () => clearInterval(timer));
}
