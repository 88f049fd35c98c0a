import { once } from 'node:events';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { deferred, type RelayFixture, startRelay, startServer, uuid } from './relay-fixture.ts';
import { onNodeOnly } from './runtime.ts';

const uploadChunks = 400;

/** 25 MB by `node:http`, which shows an answer also when it comes before the upload is through. */
function sendUpload(relay: RelayFixture, headers = {}): ClientRequest {
  const outgoing = httpRequest(`${relay.url}/api/file/upload`, {
    method: 'POST',
    headers: { Origin: 'null', Authorization: `Bearer ${relay.token}`, ...headers },
  });
  const chunks = Array.from({ length: uploadChunks }, () => Buffer.alloc(64 * 1024));
  pipeline(Readable.from(chunks), outgoing).catch(() => {});
  return outgoing;
}

function closeOf(incoming: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    incoming.on('error', () => {}).once('close', resolve);
  });
}

test('passes an answer on piece by piece, as it comes', async () => {
  const second = deferred<void>();
  const upstream = await startServer(async (_incoming, outgoing) => {
    outgoing.writeHead(200, { 'Content-Type': 'application/json' }).write('["first",');
    await second.promise;
    outgoing.end('"second"]');
  });
  const relay = await startRelay({ upstream: upstream.origin });
  const reader = (await relay.ask(`/api/run/${uuid}`)).body?.getReader();
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('["first",');
  second.resolve();
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('"second"]');
});

test('gives up at ComfyDeploy when the client goes while waiting for the answer', async () => {
  // A Worker's runtime here learns that a client has gone by writing to it.
  onNodeOnly();
  const arrived = deferred<IncomingMessage>();
  const upstream = await startServer((incoming) => arrived.resolve(incoming));
  const relay = await startRelay({ upstream: upstream.origin });
  const client = new AbortController();
  const answering = relay.ask(`/api/run/${uuid}`, { signal: client.signal });
  const incoming = await arrived.promise;
  const dropped = once(incoming.socket, 'close');
  client.abort();
  await expect(answering).rejects.toThrow();
  await dropped;
  await expect.poll(() => relay.log).toMatchObject([{ status: 499, failure: 'cancelled' }]);
});

test('gives up at ComfyDeploy when the client goes in the middle of an upload', async () => {
  const arrived = deferred<IncomingMessage>();
  const upstream = await startServer((incoming) => arrived.resolve(incoming));
  const relay = await startRelay({ upstream: upstream.origin });
  const outgoing = sendUpload(relay);
  outgoing.on('error', () => {});
  const incoming = await arrived.promise;
  const closed = closeOf(incoming);
  outgoing.destroy();
  incoming.resume();
  await closed;
  expect(incoming.complete).toBe(false);
});

test('gives up at the storage when the client goes in the middle of a picture', async () => {
  onNodeOnly();
  const dropped = deferred<void>();
  const storage = await startServer((_incoming, outgoing) => {
    outgoing
      .writeHead(200, { 'Content-Type': 'image/jpeg' })
      .write(Buffer.from('ffd8ffe0'.repeat(100), 'hex'));
    outgoing.once('close', dropped.resolve);
  });
  const relay = await startRelay({ upstream: storage.origin, pictureHosts: ['127.0.0.1'] });
  const client = new AbortController();
  const answer = await relay.ask(`/picture?url=${storage.origin}/a.jpg`, { signal: client.signal });
  expect(answer.status).toBe(200);
  client.abort();
  await dropped.promise;
});

test.each([
  ['has no right', { Authorization: 'Bearer wrong' }, 401],
  ['ComfyDeploy refuses at once', {}, 413],
])('tells why it refuses an upload that %s, and takes the next request', async (_kind, headers, status) => {
  onNodeOnly();
  const upstream = await startServer((_incoming, outgoing) => {
    outgoing.writeHead(413, { 'Content-Type': 'application/json' }).end('{"detail":"too big"}');
  });
  const relay = await startRelay({ upstream: upstream.origin });
  const sending = sendUpload(relay, headers);
  const [answer] = (await once(sending, 'response')) as [IncomingMessage];
  expect(answer.statusCode).toBe(status);
  expect(await json(answer)).toHaveProperty('detail');
  await expect.poll(upstream.openConnections).toBe(0);
  expect((await relay.ask('/health')).status).toBe(200);
  sending.destroy();
});
