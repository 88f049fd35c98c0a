import { expect, it } from 'vitest';
import { isSameAddress } from '#shared/web/sending/is-same-address.ts';

it.each([
  ['https://api.example.com/upload', 'https://api.example.com/upload', true],
  ['https://api.example.com/upload', 'https://API.example.com:443/upload#part', true],
  ['https://api.example.com/a%20picture?x=1', 'https://api.example.com/a picture?x=1', true],
  ['https://api.example.com/', 'https://api.example.com', true],
  ['https://api.example.com/other', 'https://api.example.com/upload', false],
  ['https://api.example.com/upload?x=1', 'https://api.example.com/upload', false],
  ['', 'https://api.example.com/upload', false],
])('an answer from “%s” to “%s”: %s', (answeredFrom, asked, isSame) => {
  expect(isSameAddress(answeredFrom, asked)).toBe(isSame);
});
