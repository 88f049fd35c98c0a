import { expect, test } from 'vitest';
import { sniffMimeType } from '#shared/images/sniff.ts';
import { bmp, flag, ico, join, pngHeader, toBytes } from './sample-pictures.ts';

const text = (content: string) => new Uint8Array(Buffer.from(content, 'utf8'));

test.each(['png', 'jpeg', 'gif', 'webp', 'avif', 'tiff'] as const)(
  'knows %s by its bytes',
  async (format) => {
    expect(sniffMimeType(await toBytes(flag().toFormat(format)))).toBe(`image/${format}`);
  },
);

test('knows bitmaps and icons', () => {
  expect(sniffMimeType(bmp(3, 2))).toBe('image/bmp');
  expect(sniffMimeType(ico([{ sidePx: 16, contents: bmp(16, 32) }]))).toBe('image/x-icon');
});

test.each([
  ['heic', 'image/heic'],
  ['mif1', 'image/heic'],
  ['avis', 'image/avif'],
  ['isom', null],
])('tells ISO files apart by their brand: %s', (brand, mimeType) => {
  expect(sniffMimeType(join([0, 0, 0, 24], 'ftyp', brand, [0, 0, 0, 0], 'isomiso2'))).toBe(mimeType);
});

test('an AVIF whose major brand is mif1 is no HEIC', () => {
  const file = join([0, 0, 0, 24], 'ftyp', 'mif1', [0, 0, 0, 0], 'avifmiaf');
  expect(sniffMimeType(file)).toBe('image/avif');
});

test('knows JPEG XL, bare and boxed', () => {
  expect(sniffMimeType(join([0xff, 0x0a, 0x00]))).toBe('image/jxl');
  expect(sniffMimeType(join([0, 0, 0, 12], 'JXL \r\n\x87\n'))).toBe('image/jxl');
});

test.each([
  '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '\ufeff<svg>',
  '\n <?xml version="1.0"?>\n<!-- a > b --><svg width="1">',
  '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd"><svg/>',
  '<!DOCTYPE svg [ <!ENTITY ns "http://x"> ]><s:svg xmlns:s="http://www.w3.org/2000/svg">',
])('knows an SVG by its root element: %s', (content) => {
  expect(sniffMimeType(text(content))).toBe('image/svg+xml');
});

test.each([
  '',
  '<!DOCTYPE html><html><body><svg></svg></body></html>',
  '<html>',
  '{"error":"<svg>"}',
  '<svgfoo>',
  '<!-- <svg> ',
  'BMW builds cars, and this is a text about them.',
  'RIFF....WAVEfmt ',
  'GIF88a',
])('is not taken in by %j', (content) => {
  expect(sniffMimeType(text(content))).toBeNull();
});

test('a name of four bytes is not enough for a PNG', () => {
  expect(sniffMimeType(join('\x89PNG\r\r\n\x1a', pngHeader(1, 1)))).toBeNull();
});
