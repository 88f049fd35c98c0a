import { expect, it } from 'vitest';
import { addressesIn, nameAt, pictureAt } from '#shared/capture/picture-at.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import type { HttpFetch } from '#shared/ports.ts';

it('finds each web address of a text once, and nothing else', () => {
  const text =
    'https://a.example/one.png\n# no address\nHTTPS://a.example/one.png javascript:alert(1) data:image/png,x http://b.example';
  expect(addressesIn(text)).toEqual(['https://a.example/one.png', 'http://b.example/']);
  expect(
    addressesIn(Array.from({ length: 300 }, (_, at) => `https://a.example/${at}`).join(' ')),
  ).toHaveLength(200);
});

it('calls a picture by the last part of its address', () => {
  expect(nameAt('https://a.example/photos/caf%C3%A9.png?w=2')).toBe('café.png');
  expect(nameAt('https://a.example/%E0%A4%A')).toBe('%E0%A4%A');
  expect(nameAt('https://a.example/')).toBe('a.example');
});

it('asks without cookies or referrer, and says what the server said', async () => {
  const asked: RequestInit[] = [];
  const fetch = async (_: string, init: RequestInit = {}) => {
    asked.push(init);
    return new Response('x', { status: asked.length === 1 ? 200 : 403 });
  };
  expect(await pictureAt('https://a.example/', fetch)).toHaveLength(1);
  expect(asked[0]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  await expect(pictureAt('https://a.example/', fetch)).rejects.toMatchObject({ code: 'picture-unavailable' });
});

it('says of the picture what went wrong: no answer, too large, called off', async () => {
  const endless = new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(8 * 1024 * 1024)) });
  const hanging: HttpFetch = (_, init) =>
    new Promise((_resolve, reject) =>
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
    );
  const codeOf = (fetch: HttpFetch, signal?: AbortSignal) =>
    pictureAt('https://a.example/', fetch, signal).then(() => null, toErrorData);
  expect(await codeOf(() => Promise.reject(new TypeError('Failed to fetch')))).toMatchObject({
    code: 'picture-unavailable',
  });
  expect(await codeOf(async () => new Response(endless))).toMatchObject({ code: 'picture-too-large' });
  const stopping = new AbortController();
  const stopped = codeOf(hanging, stopping.signal);
  stopping.abort();
  expect(await stopped).toMatchObject({ code: 'cancelled' });
});
