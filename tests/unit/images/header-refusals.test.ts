import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { isAppError } from '#shared/errors/app-error.ts';
import { readPictureHeader } from '#shared/images/header.ts';
import {
  bmp,
  bombPng,
  flag,
  halfTransparentPng,
  ico,
  join,
  pngHeader,
  pngSignature,
  toBytes,
} from './sample-pictures.ts';

function codeOf(bytes: Uint8Array): string {
  try {
    return readPictureHeader(bytes).mimeType;
  } catch (error) {
    return isAppError(error) ? error.code : `not an AppError: ${error}`;
  }
}

describe('refusals', () => {
  const text = (content: string) => new Uint8Array(Buffer.from(content));

  test.each([
    ['picture-empty', new Uint8Array()],
    ['picture-not-a-picture', text('<!doctype html><title>Sign in</title>')],
    ['picture-not-a-picture', text('{"detail":"Not found"}')],
    ['picture-not-a-picture', Uint8Array.from({ length: 64 }, (_, i) => (i * 89) % 251)],
    ['picture-unsupported', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['picture-unsupported', join([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0], 'mif1heic')],
    ['picture-unsupported', join('II*\0', [8, 0, 0, 0])],
    ['picture-unsupported', join(pngSignature)],
    ['picture-unsupported', join(pngSignature, pngHeader(0, 9))],
    ['picture-unsupported', join([0xff, 0xd8, 0xff, 0xd9])],
    ['picture-too-large', join(pngSignature, pngHeader(16_385, 1))],
    ['picture-too-large', join(pngSignature, pngHeader(7300, 5001))],
    ['image/png', join(pngSignature, pngHeader(7300, 5000))],
    ['picture-too-large', join(pngSignature, pngHeader(1, 1), new Uint8Array(25 * 1024 * 1024))],
  ])('%s', (code, bytes) => {
    expect(codeOf(bytes)).toBe(code);
  });

  test.each(['webp', 'gif', 'avif'] as const)('a %s that is cut short', async (format) => {
    const bytes = await toBytes(flag().toFormat(format));
    expect(codeOf(bytes.subarray(0, 24))).toBe('picture-unsupported');
  });
});

describe('bombs', () => {
  test('a PNG of 64 KB and 529 megapixels is refused in milliseconds', () => {
    const bomb = bombPng(23_000);
    expect(bomb.length).toBeLessThan(80_000);
    const elapsedMs = Array.from({ length: 5 }, () => {
      const startMs = performance.now();
      expect(codeOf(bomb)).toBe('picture-too-large');
      return performance.now() - startMs;
    });
    expect(Math.min(...elapsedMs)).toBeLessThan(5);
  });

  test('so is one inside an icon that claims 16 pixels', () => {
    expect(codeOf(ico([{ sidePx: 16, contents: bombPng(17_000) }]))).toBe('picture-too-large');
  });

  test('and sizes that a JPEG, GIF, WebP, AVIF or BMP claims', async () => {
    const jpeg = await toBytes(flag().jpeg());
    const frameAt = Buffer.from(jpeg).indexOf(Uint8Array.from([0xff, 0xc0]));
    jpeg.set([0xff, 0xff, 0xff, 0xff], frameAt + 5);
    const gif = await toBytes(flag().gif());
    gif.set([0xff, 0xff, 0xff, 0xff], 6);
    const webp = await toBytes(sharp(await halfTransparentPng()).webp());
    webp.set([0xff, 0xff, 0xff, 0xff, 0xff, 0xff], 24);
    const avif = await toBytes(flag().avif());
    avif.set([0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff], Buffer.from(avif).indexOf('ispe') + 8);
    const bitmap = bmp(1, 1);
    bitmap.set([0, 0, 0, 0x80], 22);
    for (const bytes of [jpeg, gif, webp, avif, bitmap]) expect(codeOf(bytes)).toBe('picture-too-large');
  });
});
