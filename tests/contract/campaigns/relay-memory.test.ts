import { expect, test } from 'vitest';
import { rounds } from '../../campaign.ts';
import { startMeasuredRelay } from '../relay/measured-process.ts';
import { startServer } from '../relay/relay-fixture.ts';

const pictures = rounds({ sample: 60, all: 10_000 });
const atOnce = 20;
/** For what the engine itself keeps of code that has become hot: nothing of it grows with the pictures. */
const flatBytes = 4 * 1024 * 1024;

const png = Buffer.alloc(200 * 1024);
png.set(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));

test(`holds no more after ${pictures} pictures than before`, { timeout: 900_000 }, async () => {
  const upstream = await startServer(async (incoming, outgoing) => {
    for await (const _ of incoming);
    if (incoming.method === 'GET') outgoing.writeHead(200, { 'Content-Type': 'image/png' }).end(png);
    else outgoing.writeHead(200, { 'Content-Type': 'application/json' }).end('{"file_url":"x"}');
  });
  const relay = await startMeasuredRelay(upstream.origin);
  const headers = { Authorization: `Bearer ${relay.token}` };
  const upThenDown = async () => {
    const sent = await fetch(`${relay.url}/api/file/upload`, { method: 'POST', headers, body: png });
    expect(await sent.json()).toEqual({ file_url: 'x' });
    const got = await fetch(`${relay.url}/picture?url=${upstream.origin}/a.png`, { headers });
    expect((await got.arrayBuffer()).byteLength).toBe(png.length);
  };
  const make = async (count: number) => {
    for (let made = 0; made < count; made += atOnce) {
      await Promise.all(Array.from({ length: atOnce }, upThenDown));
    }
  };
  await make(40);
  const beforeBytes = await relay.heldBytes();
  await make(pictures);
  expect((await relay.heldBytes()) - beforeBytes).toBeLessThan(flatBytes);
});
