import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { toErrorData } from '#shared/errors/app-error.ts';
import type { HttpFetch } from '#shared/ports.ts';
import { nodeFetch, publicNodeFetch } from '../../../relay/node/node-fetch.ts';
import { isPrivateHost } from '../../../relay/node/private-hosts.ts';
import { readInputPicture } from '../../../relay/predictions/input-picture.ts';
import { startServer } from './relay-fixture.ts';

const photo = await readFile(new URL('../../fixtures/photos/rocket.jpg', import.meta.url));
const signal = new AbortController().signal;

test.each([
  'https://127.0.0.1/a.png',
  'https://2130706433/a.png',
  'https://0x7f.1/a.png',
  'https://[::1]/a.png',
  'https://[::ffff:10.0.0.1]/a.png',
  'https://10.0.0.1/a.png',
  'https://169.254.169.254/latest/meta-data',
  'https://localhost/a.png',
  'https://name-that-is-not.invalid/a.png',
  'https://user:word@example.com/a.png',
  'https://example.com:8443/a.png',
  'http://example.com/a.png',
  'ftp://example.com/a.png',
])('fetches nothing from %s', async (address) => {
  const asked: string[] = [];
  const publicFetch = async (url: string) => {
    asked.push(url);
    return new Response(photo);
  };
  const error = await readInputPicture(address, { publicFetch, isPrivateHost }, signal).catch(toErrorData);
  expect(error).toMatchObject({ code: 'host-not-allowed', status: 422 });
  expect(asked).toEqual([]);
});

/** A public internet of two hosts; the rest of it is this machine's own. */
function internet(places: Readonly<Record<string, () => Response>>) {
  const asked: string[] = [];
  return {
    asked,
    isPrivateHost: async (hostname: string) =>
      !/^(one|two)\.example$/.test(hostname) && (await isPrivateHost(hostname)),
    publicFetch: async (url: string) => {
      asked.push(url);
      return places[url]?.() ?? new Response(null, { status: 404 });
    },
  };
}

const redirect = (location: string) => () =>
  new Response(null, { status: 302, headers: { Location: location } });

test('follows a redirect to another public place', async () => {
  const reach = internet({
    'https://one.example/a': redirect('https://two.example/b'),
    'https://two.example/b': redirect('/c'),
    'https://two.example/c': () => new Response(photo),
  });
  const picture = await readInputPicture('https://one.example/a', reach, signal);
  expect(picture).toMatchObject({ mimeType: 'image/jpeg' });
  expect(picture.bytes.length).toBe(photo.length);
});

test.each(['https://169.254.169.254/', 'https://localhost/', 'http://two.example/b', 'https://[fd00::1]/'])(
  'follows no redirect to %s',
  async (location) => {
    const reach = internet({ 'https://one.example/a': redirect(location) });
    const error = await readInputPicture('https://one.example/a', reach, signal).catch(toErrorData);
    expect(error).toMatchObject({ code: 'host-not-allowed' });
    expect(reach.asked).toEqual(['https://one.example/a']);
  },
);

test.each([
  ['leads around in a circle', redirect('https://one.example/a'), 'picture-unavailable'],
  ['is not there', () => new Response('no', { status: 404 }), 'picture-unavailable'],
  ['is a page', () => new Response('<!doctype html>'), 'picture-unsupported'],
  [
    'says that it is too large',
    () => new Response(photo, { headers: { 'Content-Length': '99999999' } }),
    'picture-too-large',
  ],
  [
    'is too large, and does not say so',
    () => new Response(new Uint8Array(26 * 1024 * 1024)),
    'picture-unavailable',
  ],
])('refuses an address that %s', async (_what, answer, code) => {
  const reach = internet({ 'https://one.example/a': answer });
  const error = await readInputPicture('https://one.example/a', reach, signal).catch(toErrorData);
  expect(error).toMatchObject({ code });
});

test.each([
  ['never answers', () => {}],
  [
    'never comes to an end',
    (outgoing: ServerResponse) => void outgoing.writeHead(200).write(photo.subarray(0, 100)),
  ],
])('does not wait for ever for a server that %s', async (_what, answer) => {
  const slow = await startServer((_incoming, outgoing) => answer(outgoing));
  const publicFetch: HttpFetch = (_url, init) => nodeFetch(slow.origin, init);
  const reach = { publicFetch, isPrivateHost: async () => false };
  const error = await readInputPicture('https://one.example/a', reach, signal, { waitMs: 300 }).catch(
    toErrorData,
  );
  expect(error).toMatchObject({ code: 'picture-unavailable' });
  await expect.poll(slow.openConnections, { timeout: 10_000 }).toBe(0);
});

test('connects to the address that was checked: a name that leads inward is refused while connecting', async () => {
  const inside = await startServer((_incoming, outgoing) => outgoing.end('secret'));
  const { port } = new URL(inside.origin);
  const error = await publicNodeFetch(`http://localhost:${port}/`).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'EPRIVATE' });
  expect(inside.requests).toEqual([]);
});
