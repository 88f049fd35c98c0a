import { expect, it } from 'vitest';
import { addressesIn, nameAt, pictureAt } from '#shared/capture/picture-at.ts';

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
