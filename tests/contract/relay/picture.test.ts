import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { startRelay, startServer } from './relay-fixture.ts';
import { onNodeOnly } from './runtime.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

const pictureOf = (address: string) => `/picture?url=${encodeURIComponent(address)}`;

/** A storage with one answer, and a relay that may fetch from it by its exact host. */
async function relayWithStorage(answer: RequestListener) {
  const storage = await startServer(answer);
  const pictureHosts = [new URL(storage.origin).host];
  return { storage, relay: await startRelay({ upstream: 'http://127.0.0.1:9/api', pictureHosts }) };
}

test('streams a picture from an allowed host, without the key', async () => {
  const photo = await readFile(new URL('../../fixtures/photos/rocket.jpg', import.meta.url));
  const { storage, relay } = await relayWithStorage((_incoming, outgoing) => {
    outgoing.writeHead(200, { 'Content-Type': 'image/webp', 'Content-Length': photo.length }).end(photo);
  });
  const answer = await relay.ask(pictureOf(`${storage.origin}/outputs/a.webp?X-Amz-Signature=1`));
  expect(answer.status).toBe(200);
  expect(Buffer.from(await answer.arrayBuffer()).equals(photo)).toBe(true);
  expect(answer.headers.get('content-type')).toBe('image/jpeg');
  expect(answer.headers.get('content-length')).toBe(String(photo.length));
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(storage.requests[0]?.url).toBe('/outputs/a.webp?X-Amz-Signature=1');
  expect(storage.requests[0]?.headers).not.toHaveProperty('authorization');
});

test('follows no redirect of a picture', async () => {
  const target = await startServer((_incoming, outgoing) => {
    outgoing.writeHead(200, { 'Content-Type': 'image/png' }).end(png);
  });
  const { storage, relay } = await relayWithStorage((_incoming, outgoing) => {
    outgoing.writeHead(302, { Location: `${target.origin}/a.png` }).end();
  });
  const answer = await relay.ask(pictureOf(`${storage.origin}/a.png`));
  expect(answer.status).toBe(502);
  expect(await answer.json()).toMatchObject({ code: 'picture-unavailable' });
  expect(target.requests).toEqual([]);
});

test.each([
  ['HTML', 'text/html', '<!doctype html><script>alert(1)</script>'],
  ['HTML that claims to be a picture', 'image/png', '<!doctype html><script>alert(1)</script>'],
  ['SVG', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
  ['SVG that claims to be a PNG', 'image/png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['a picture that claims to be HTML', 'text/html', png],
  ['JSON', 'application/json', '{"secret":1}'],
  ['nothing', 'image/png', ''],
])('refuses %s', async (_kind, contentType, body) => {
  const { storage, relay } = await relayWithStorage((_incoming, outgoing) => {
    outgoing.writeHead(200, { 'Content-Type': contentType }).end(body);
  });
  const answer = await relay.ask(pictureOf(`${storage.origin}/a`));
  expect(answer.status).toBe(502);
  expect(await answer.json()).toEqual({ code: 'picture-not-a-picture', detail: expect.any(String) });
});

test.each([
  [403, 404],
  [401, 404],
  [410, 404],
  [206, 404],
  [500, 502],
  [503, 502],
])('answers %i of the storage as %i, never as a fault of the token', async (theirs, ours) => {
  const { storage, relay } = await relayWithStorage((_incoming, outgoing) => {
    outgoing.writeHead(theirs, { 'Content-Type': 'application/xml' }).end('<Error/>');
  });
  const answer = await relay.ask(pictureOf(`${storage.origin}/a.png`));
  expect(answer.status).toBe(ours);
  expect(await answer.json()).toEqual({
    code: 'picture-unavailable',
    detail: expect.stringContaining(String(theirs)),
  });
});

test('says that the host of a picture is down', async () => {
  const { storage, relay } = await relayWithStorage(() => {});
  await storage.close();
  const answer = await relay.ask(pictureOf(`${storage.origin}/a.png`));
  expect(answer.status).toBe(502);
  expect(await answer.json()).toMatchObject({ code: 'picture-unavailable' });
});

const limitBytes = 50 * 1024 * 1024;

test('refuses a picture over 50 MB by its announced size', async () => {
  const { storage, relay } = await relayWithStorage((_incoming, outgoing) => {
    outgoing.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': limitBytes + 1 }).write(png);
  });
  const answer = await relay.ask(pictureOf(`${storage.origin}/a.png`));
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ code: 'picture-too-large' });
});

test('cuts an endless picture off at 50 MB', async () => {
  // A Worker cuts it off as well, but its runtime here ends the answer as if that were all.
  onNodeOnly();
  const chunk = Buffer.alloc(1024 * 1024);
  const { storage, relay } = await relayWithStorage((_incoming, outgoing) => {
    outgoing.writeHead(200, { 'Content-Type': 'image/png' }).write(png);
    const more = () => {
      while (!outgoing.destroyed && outgoing.write(chunk));
    };
    outgoing.on('drain', more);
    more();
  });
  const answer = await relay.ask(pictureOf(`${storage.origin}/a.png`));
  let receivedBytes = 0;
  const reading = (async () => {
    for await (const part of answer.body ?? []) receivedBytes += part.length;
  })();
  await expect(reading).rejects.toThrow();
  expect(receivedBytes).toBeLessThanOrEqual(limitBytes);
  expect(receivedBytes).toBeGreaterThan(limitBytes / 2);
});
