/**
 * ComfyDeploy and its storage as far as time goes, in a process of its own: whatever is asked takes
 * `pauseMs`, as a server far away does. `fork(this, [pauseMs])`.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const pauseMs = Number(process.argv[2]);
const picture = Buffer.alloc(600 * 1024);
picture.set(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
const run = JSON.stringify({
  id: 'b888f774-3e7c-4135-a18c-6b985523c4bc',
  status: 'running',
  progress: 0.4,
  workflow_inputs: { prompt: 'a watercolour of a harbour at dusk, '.repeat(40) },
});

const server = createServer(async (incoming, outgoing) => {
  for await (const _ of incoming);
  if (pauseMs > 0) await sleep(pauseMs);
  if (incoming.url?.startsWith('/storage/')) {
    outgoing.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': picture.length }).end(picture);
    return;
  }
  const body = incoming.url?.endsWith('/queue') ? JSON.stringify({ run_id: crypto.randomUUID() }) : run;
  outgoing.writeHead(200, { 'Content-Type': 'application/json' }).end(body);
});
// A connection that is closed while idle would be met in the middle of a round.
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
