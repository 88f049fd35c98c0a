import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { stripMetadata } from '#shared/images/strip.ts';
import type { Bytes } from '#shared/ports.ts';
import { flag, join, photo, pngChunk, toBytes, withJpegSegment, withPngChunk } from './sample-pictures.ts';

const secret = 'N 48 51 29.6 E 2 17 40.2 serial 0042';

async function pixelsOf(bytes: Uint8Array): Promise<Buffer> {
  return sharp(bytes, { failOn: 'warning' }).raw().toBuffer();
}

async function expectStripped(bytes: Bytes, mimeType: string): Promise<Bytes> {
  expect(Buffer.from(bytes).includes(secret)).toBe(true);
  const stripped = stripMetadata(bytes, mimeType) ?? join();
  expect(Buffer.from(stripped).includes(secret)).toBe(false);
  expect(stripped.length).toBeLessThan(bytes.length);
  expect((await pixelsOf(stripped)).equals(await pixelsOf(bytes))).toBe(true);
  return stripped;
}

/** What a phone writes: GPS position and maker in EXIF. */
const exif = { IFD0: { Make: secret, Model: 'Phone' }, IFD3: { GPSLatitude: '48/1 51/1 29/1' } };

test.each(['jpeg', 'png'] as const)('EXIF with GPS leaves a %s, its colour profile stays', async (format) => {
  const picture = sharp(photo('coffee.png')).withExif(exif).withIccProfile('p3').toFormat(format);
  const stripped = await expectStripped(await toBytes(picture), `image/${format}`);
  const metadata = await sharp(stripped).metadata();
  expect(metadata.exif).toBeUndefined();
  expect(metadata.icc).toBeDefined();
});

test.each([
  ['XMP', 0xe1, `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${secret}</x:xmpmeta>`],
  ['IPTC', 0xed, `Photoshop 3.0\x008BIM${secret}`],
  ['comment', 0xfe, secret],
  ['JFXX thumbnail', 0xe0, `JFXX\0\x13${secret}`],
  ['second pictures', 0xe2, `MPF\0${secret}`],
  ['maker block', 0xe5, secret],
  ['an APP14 that is not Adobe', 0xee, secret],
])('a JPEG loses %s', async (_, marker, data) => {
  await expectStripped(withJpegSegment(await toBytes(flag().jpeg()), marker, data), 'image/jpeg');
});

test('a JPEG loses the thumbnail in its JFIF header and what follows its end', async () => {
  const plain = await toBytes(flag().jpeg());
  const pixels = secret.padEnd(12 * 3, '.');
  const jfif = join('JFIF\0', [1, 2, 0, 0, 1, 0, 1, 12, 1], pixels);
  const withThumbnail = withJpegSegment(plain, 0xe0, jfif);
  const stripped = await expectStripped(join(withThumbnail, 'MotionPhoto_Data', secret), 'image/jpeg');
  expect([...stripped.subarray(2, 20)]).toEqual([
    ...join([0xff, 0xe0, 0, 16], 'JFIF\0', [1, 2, 0, 0, 1, 0, 1, 0, 0]),
  ]);
});

test('a progressive JPEG keeps every scan, a CMYK one its Adobe mark', async () => {
  const progressive = withJpegSegment(
    await toBytes(sharp(photo('rocket.jpg')).jpeg({ progressive: true })),
    0xfe,
    secret,
  );
  await expectStripped(progressive, 'image/jpeg');
  const cmyk = withJpegSegment(await toBytes(flag().toColourspace('cmyk').jpeg()), 0xfe, secret);
  expect(Buffer.from(await expectStripped(cmyk, 'image/jpeg')).includes('Adobe')).toBe(true);
});

test('a JPEG keeps stuffed zeros, restart marks and fill bytes inside its pixels', async () => {
  const jpeg = await toBytes(flag().jpeg());
  const odd = join(jpeg.subarray(0, -2), [0xff, 0x00, 7, 0xff, 0xd0, 8, 0xff, 0xff, 0xd7, 9], [0xff, 0xd9]);
  expect(stripMetadata(odd, 'image/jpeg')).toEqual(odd);
});

test.each(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'fdAT', 'prVt'])('a PNG loses %s', async (name) => {
  const data = `${name === 'fdAT' ? '\0\0\0\x01' : 'Comment\0'}${secret}`;
  await expectStripped(withPngChunk(await toBytes(flag().png()), pngChunk(name, data)), 'image/png');
});

test('a PNG keeps what its colours need and ends at its end', async () => {
  const gamma = pngChunk('gAMA', '\0\0\xb1\x8f');
  const palette = await toBytes(flag().png({ palette: true }));
  const png = join(withPngChunk(palette, gamma), secret);
  const stripped = await expectStripped(png, 'image/png');
  for (const name of ['gAMA', 'PLTE', 'IDAT', 'IEND'])
    expect(Buffer.from(stripped).includes(name)).toBe(true);
  expect(Buffer.from(stripped).readUInt32BE(stripped.length - 4)).toBe(crc32('IEND'));
});

test.each(['jpeg', 'png'] as const)('a %s without an end has to be re-encoded', async (format) => {
  const bytes = await toBytes(flag().toFormat(format));
  expect(stripMetadata(bytes.slice(0, -2), `image/${format}`)).toBeNull();
});

test.each(['webp', 'gif', 'avif'] as const)('so has a %s', async (format) => {
  expect(stripMetadata(await toBytes(flag().toFormat(format)), `image/${format}`)).toBeNull();
});
