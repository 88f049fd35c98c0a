import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startMeasuredRelay } from './measured-process.ts';
import { deferred, startServer } from './relay-fixture.ts';

const megabyte = 1024 * 1024;
const transferBytes = 25 * megabyte;
const chunk = Buffer.alloc(64 * 1024, 'restyle');
/** More than the streams' own buffers take (0.3 MB measured), and far less than a transfer. */
const flatBytes = 4 * megabyte;

/** Waits until a figure has stood still for a while: the sender has been stopped. */
async function stoodStill(figure: () => number): Promise<void> {
  for (let before = -1; before !== figure(); await sleep(200)) before = figure();
}

/** Made while it is read; counts what was taken of it. */
function* transfer(taken: { bytes: number }): Generator<Buffer> {
  for (; taken.bytes < transferBytes; taken.bytes += chunk.length) yield Buffer.from(chunk);
}

const hashOf = async (parts: AsyncIterable<Buffer> | Iterable<Buffer>) => {
  const hash = createHash('sha256');
  for await (const part of parts) hash.update(part);
  return hash.digest('hex');
};

test('streams an upload of 25 MB, no faster than ComfyDeploy reads', async () => {
  const arrived = deferred<{ incoming: IncomingMessage; outgoing: ServerResponse }>();
  const upstream = await startServer((incoming, outgoing) => arrived.resolve({ incoming, outgoing }));
  const relay = await startMeasuredRelay(upstream.origin);
  const before = await relay.heldBytes();
  const taken = { bytes: 0 };
  const sending = httpRequest(`${relay.url}/api/file/upload`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${relay.token}`,
      'Content-Type': 'a/b',
      'Content-Length': transferBytes,
    },
  });
  Readable.from(transfer(taken), { objectMode: false }).pipe(sending);
  const { incoming, outgoing } = await arrived.promise;

  await stoodStill(() => taken.bytes);
  expect(taken.bytes).toBeLessThan(transferBytes);
  expect((await relay.heldBytes()) - before).toBeLessThan(flatBytes);

  const hash = await hashOf(incoming);
  const afterwards = (await relay.heldBytes()) - before;
  outgoing.end('{}');
  const [answer] = (await once(sending, 'response')) as [IncomingMessage];
  expect(answer.statusCode).toBe(200);
  expect(afterwards).toBeLessThan(flatBytes);
  expect(hash).toBe(await hashOf(transfer({ bytes: 0 })));
  expect(incoming.headers).toMatchObject({ 'content-type': 'a/b', 'content-length': String(transferBytes) });
});

test('streams a picture of 25 MB, no faster than the client reads', async () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const taken = { bytes: 0 };
  const storage = await startServer((_incoming, outgoing) => {
    outgoing.writeHead(200, { 'Content-Type': 'image/png' }).write(png);
    Readable.from(transfer(taken), { objectMode: false }).pipe(outgoing);
  });
  const relay = await startMeasuredRelay(storage.origin);
  const before = await relay.heldBytes();
  const asking = httpRequest(`${relay.url}/picture?url=${storage.origin}/a.png`, {
    headers: { Authorization: `Bearer ${relay.token}` },
  });
  asking.end();
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];

  await stoodStill(() => taken.bytes);
  expect(taken.bytes).toBeLessThan(transferBytes);
  expect((await relay.heldBytes()) - before).toBeLessThan(flatBytes);
  expect(await hashOf(answer)).toBe(await hashOf([png, ...transfer({ bytes: 0 })]));
  expect((await relay.heldBytes()) - before).toBeLessThan(flatBytes);
});
