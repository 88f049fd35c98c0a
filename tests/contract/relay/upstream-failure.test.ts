import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Database } from '../../../relay/store/database.ts';
import { answerJson } from './recording-server.ts';
import { startRelay, startServer, uuid } from './relay-fixture.ts';
import { isOnWorkers, onNodeOnly } from './runtime.ts';

const queuePath = '/api/run/deployment/queue';
const queueCall = {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ deployment_id: uuid }),
};

async function relayWithoutUpstream() {
  const upstream = await startServer(() => {});
  await upstream.close();
  return startRelay({ upstream: `${upstream.origin}/api` });
}

const saidByNode = [
  [`/api/run/${uuid}`, {}, { code: 'unreachable', detail: 'ComfyDeploy did not answer (ECONNREFUSED).' }],
  [
    queuePath,
    queueCall,
    { code: 'unreachable', detail: 'ComfyDeploy did not answer (ECONNREFUSED). No run was started.' },
  ],
] as const;

/** A Worker learns only that a connection was lost, not whether before or after the request arrived. */
const saidByWorker = [
  [`/api/run/${uuid}`, {}, { code: 'unreachable', detail: 'ComfyDeploy did not answer.' }],
  [queuePath, queueCall, { code: 'uncertain', detail: expect.stringContaining('It may have started') }],
] as const;

test('says that ComfyDeploy is down, and whether a run may have been started', async () => {
  const relay = await relayWithoutUpstream();
  for (const [path, init, said] of isOnWorkers() ? saidByWorker : saidByNode) {
    const answer = await relay.ask(path, init);
    expect(answer.status).toBe(502);
    expect(await answer.json()).toMatchObject(said);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  }
  await expect
    .poll(() => relay.log.map((entry) => entry.failure))
    .toEqual(['unreachable', isOnWorkers() ? 'uncertain' : 'unreachable']);
});

test('never repeats the paid request, and leaves open whether it was charged', async () => {
  const upstream = await startServer(async (incoming, outgoing) => {
    await buffer(incoming);
    outgoing.destroy();
  });
  const relay = await startRelay({ upstream: `${upstream.origin}/api` });
  const answer = await relay.ask(queuePath, queueCall);
  expect(answer.status).toBe(502);
  expect(await answer.json()).toEqual({
    code: 'uncertain',
    detail: expect.stringContaining('may have started'),
  });
  expect(upstream.requests).toHaveLength(1);
});

test.each([429, 500, 503])('passes %i on once, with what it says', async (status) => {
  const upstream = await startServer((incoming, outgoing) => {
    outgoing.setHeader('Retry-After', '7');
    outgoing.setHeader('Date', 'Thu, 01 Oct 2026 10:00:00 GMT');
    outgoing.setHeader('Set-Cookie', '__session=1');
    void answerJson(incoming, outgoing, { detail: 'theirs' }, status);
  });
  const relay = await startRelay({ upstream: `${upstream.origin}/api` });
  const answer = await relay.ask(queuePath, queueCall);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toEqual({ detail: 'theirs' });
  expect(answer.headers.get('retry-after')).toBe('7');
  expect(answer.headers.get('date')).toBe('Thu, 01 Oct 2026 10:00:00 GMT');
  expect(answer.headers.get('access-control-expose-headers')).toBe('Date, Retry-After');
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(upstream.requests).toHaveLength(1);
});

test.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
])('passes answers compressed by %s on readable', async (encoding, compress) => {
  // Workers ask for no such answer.
  if (encoding === 'deflate') onNodeOnly();
  const body = compress(JSON.stringify({ workflow: 'x'.repeat(100_000) }));
  const upstream = await startServer((_incoming, outgoing) => {
    outgoing.writeHead(200, { 'Content-Encoding': encoding, 'Content-Length': body.length }).end(body);
  });
  for (const options of [{}, { fetch }]) {
    const relay = await startRelay({ upstream: `${upstream.origin}/api`, ...options });
    const answer = await relay.ask(`/api/deployment/${uuid}`);
    expect(await answer.json()).toEqual({ workflow: 'x'.repeat(100_000) });
  }
});

test('breaks off when a compressed answer is broken', async () => {
  onNodeOnly();
  const upstream = await startServer((_incoming, outgoing) => {
    outgoing.writeHead(200, { 'Content-Encoding': 'gzip' }).end('this is not gzip');
  });
  const relay = await startRelay({ upstream: `${upstream.origin}/api` });
  const reading = relay.ask(`/api/run/${uuid}`).then((answer) => answer.text());
  await expect(reading).rejects.toThrow();
  expect((await relay.ask('/health')).status).toBe(200);
});

test('breaks off, instead of ending well, when ComfyDeploy breaks off', async () => {
  // A Worker's runtime here ends an answer of no announced length as if that were all.
  onNodeOnly();
  const upstream = await startServer((_incoming, outgoing) => {
    outgoing.writeHead(200, { 'Content-Type': 'application/json' }).write('{"half":');
    setImmediate(() => outgoing.destroy());
  });
  const relay = await startRelay({ upstream: `${upstream.origin}/api` });
  const reading = relay.ask(`/api/run/${uuid}`).then((answer) => answer.text());
  await expect(reading).rejects.toThrow();
});

test('reports a failure of its own without telling more than its kind', async () => {
  const upstream = 'http://127.0.0.1:9/api';
  const database: Database = {
    rows: async () => {
      throw new RangeError('a secret of the store');
    },
    write: async () => [],
  };
  const relay = await startRelay({ upstream, database });
  const answer = await relay.ask(`/api/run/${uuid}`);
  expect(answer.status).toBe(500);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(await answer.json()).toEqual({ code: 'unknown', detail: expect.stringContaining('relay itself') });
  expect(relay.log).toMatchObject([{ status: 500, failure: 'RangeError' }]);
});
