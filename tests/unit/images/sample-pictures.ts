import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import type { Bytes } from '#shared/ports.ts';

export const photoNames = [
  'astronaut.png',
  'chelsea.png',
  'coffee.png',
  'hubble_deep_field.jpg',
  'rocket.jpg',
];

export function photo(name: string): Bytes {
  return new Uint8Array(readFileSync(new URL(`../../fixtures/photos/${name}`, import.meta.url)));
}

export const orientations = [1, 2, 3, 4, 5, 6, 7, 8] as const;

type Colour = readonly [number, number, number] | readonly [number, number, number, number];

/** A picture made pixel by pixel; four numbers a colour make it one with an alpha channel. */
export function paint(widthPx: number, heightPx: number, colourAt: (x: number, y: number) => Colour): Sharp {
  const colours = Array.from({ length: widthPx * heightPx }, (_, i) =>
    colourAt(i % widthPx, Math.floor(i / widthPx)),
  );
  const channels = colours[0]?.length ?? 3;
  return sharp(Uint8Array.from(colours.flat()), { raw: { width: widthPx, height: heightPx, channels } });
}

/** 64 x 32: a green quarter at the top left, red below it, blue to the right; tells all eight orientations apart. */
export function flag(): Sharp {
  return paint(64, 32, (x, y) => (x >= 32 ? [0, 0, 255] : y < 16 ? [0, 200, 0] : [255, 0, 0]));
}

/** 320 x 200 of hard edges in three colours, as icons and screenshots have. */
export function flatArt(): Sharp {
  return paint(320, 200, (x, y) => (x % 8 < 3 ? [200, 30, 60] : y % 10 < 4 ? [20, 20, 20] : [255, 255, 255]));
}

/** 40 x 20, its left half transparent. */
export async function halfTransparentPng(): Promise<Bytes> {
  return toBytes(paint(40, 20, (x) => (x < 20 ? [0, 255, 0, 0] : [255, 0, 0, 255])).png());
}

export async function toBytes(picture: Sharp): Promise<Bytes> {
  return new Uint8Array(await picture.toBuffer());
}

export function join(...parts: readonly (Uint8Array | string | readonly number[])[]): Bytes {
  return new Uint8Array(
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Uint8Array.from(part))),
    ),
  );
}

export function pngChunk(name: string, data: Uint8Array | string): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), Buffer.from(data as string, 'latin1')]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(named.length - 4, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

export const pngSignature = '\x89PNG\r\n\x1a\n';

export function pngHeader(widthPx: number, heightPx: number, bitDepth = 8, colourType = 0): Uint8Array {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(widthPx, 0);
  data.writeUInt32BE(heightPx, 4);
  data.writeUInt8(bitDepth, 8);
  data.writeUInt8(colourType, 9);
  return pngChunk('IHDR', data);
}

/** A valid black PNG of one bit a pixel: 23000 x 23000 take 64 KB here and 2 GB decoded. */
export function bombPng(sidePx: number): Bytes {
  const rowBytes = Math.ceil(sidePx / 8) + 1;
  const pixels = deflateSync(new Uint8Array(rowBytes * sidePx), { level: 9 });
  return join(pngSignature, pngHeader(sidePx, sidePx, 1), pngChunk('IDAT', pixels), pngChunk('IEND', ''));
}

/** Puts a chunk behind the header, where readers look for what concerns the pixels. */
export function withPngChunk(png: Uint8Array, chunk: Uint8Array): Bytes {
  const afterHeader = 33;
  return join(png.subarray(0, afterHeader), chunk, png.subarray(afterHeader));
}

/** Puts a segment right behind a JPEG's start mark. */
export function withJpegSegment(jpeg: Uint8Array, marker: number, data: Uint8Array | string): Bytes {
  const size = Buffer.alloc(2);
  size.writeUInt16BE(data.length + 2);
  return join(jpeg.subarray(0, 2), [0xff, marker], size, data, jpeg.subarray(2));
}

/** A BMP of one colour, 24 bits a pixel, rows from the top when `heightPx` is negative. */
export function bmp(widthPx: number, heightPx: number): Bytes {
  const rowBytes = Math.ceil((widthPx * 3) / 4) * 4;
  const file = Buffer.alloc(54 + rowBytes * Math.abs(heightPx), 0x60);
  file.fill(0, 0, 54);
  file.write('BM', 0, 'latin1');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(widthPx, 18);
  file.writeInt32LE(heightPx, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  return new Uint8Array(file);
}

/** An icon whose directory gives every picture a side of `sidesPx[i]` and whose contents follow it. */
export function ico(entries: readonly { sidePx: number; contents: Uint8Array }[]): Bytes {
  const directory = Buffer.alloc(6 + entries.length * 16);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(entries.length, 4);
  let contentsAt = directory.length;
  entries.forEach(({ sidePx, contents }, i) => {
    const at = 6 + i * 16;
    directory.writeUInt8(sidePx % 256, at);
    directory.writeUInt8(sidePx % 256, at + 1);
    directory.writeUInt16LE(1, at + 4);
    directory.writeUInt16LE(32, at + 6);
    directory.writeUInt32LE(contents.length, at + 8);
    directory.writeUInt32LE(contentsAt, at + 12);
    contentsAt += contents.length;
  });
  return join(directory, ...entries.map(({ contents }) => contents));
}

export function isoBox(
  name: string,
  ...contents: readonly (Uint8Array | string | readonly number[])[]
): Bytes {
  const body = join(...contents);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length + 8);
  return join(size, name, body);
}
