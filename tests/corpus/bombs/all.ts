import { gzipSync } from 'node:zlib';
import {
  bmp,
  bombPng,
  ico,
  join,
  pngChunk,
  pngHeader,
  pngSignature,
  withPngChunk,
} from '../../unit/images/sample-pictures.ts';
import { type Bomb, endless, file, unseen } from './bomb.ts';

const tooLarge = ['picture-too-large'] as const;
const broken = [
  'picture-unsupported',
  'picture-not-a-picture',
  'picture-too-large',
  'picture-empty',
] as const;
const oneByte = Buffer.alloc(1);
const end = '\xff\xd9';
const svg = { 'Content-Type': 'image/svg+xml' };

const svgText = (inside: string, attributes = 'viewBox="0 0 30 20"') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`);

/** Ten entities of ten each, nine times over. */
const billionLaughs = () => {
  const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);
  return Buffer.from(
    `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY l0 "lol">${levels.join('')}]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>&l9;</text></svg>`,
  );
};

/** Each group uses the one before ten times. */
const usedTenfold = () => {
  const groups = Array.from(
    { length: 8 },
    (_, i) => `<g id="g${i + 1}">${`<use href="#g${i}"/>`.repeat(10)}</g>`,
  );
  return svgText(`<defs><rect id="g0" width="9" height="9"/>${groups.join('')}</defs><use href="#g8"/>`);
};

/** Looking for the end of each costs the square of their number. */
const endlessComments = () => svgText(`<use href="#a"/>${'<!--'.repeat(500_000)}`);

const nestedDeep = () => {
  const depth = 4_000;
  const begins = Array.from({ length: depth }, (_, i) => `<g id="g${i}">`).join('');
  return svgText(`<use href="#g0"/>${begins}<rect width="9" height="9"/>${'</g>'.repeat(depth)}`);
};

const gif = (widthPx: number, heightPx: number, frames = 0) => {
  const head = Buffer.from('GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1');
  head.writeUInt16LE(widthPx, 6);
  head.writeUInt16LE(heightPx, 8);
  const frame = Buffer.from('\x21\xf9\x04\0\x0a\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0', 'latin1');
  return join(head, ...Array<Uint8Array>(frames).fill(frame), ';');
};

/** A frame header and nothing that it promises; whole as far as marks go with `end` after it. */
const jpeg = (widthPx: number, heightPx: number, after: Uint8Array = oneByte) => {
  const frame = Buffer.from('\xff\xd8\xff\xc0\0\x0b\x08\0\0\0\0\x01\x01\x11\0', 'latin1');
  frame.writeUInt16BE(heightPx, 7);
  frame.writeUInt16BE(widthPx, 9);
  return join(frame, '\xff\xda\0\x08\x01\x01\0\0\x3f\0', after);
};

const webp = (widthPx: number, heightPx: number) => {
  const head = Buffer.from('RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0', 'latin1');
  head.writeUIntLE(widthPx - 1, 24, 3);
  head.writeUIntLE(heightPx - 1, 27, 3);
  return head;
};

const pngOf = (side: number) =>
  join(pngSignature, pngHeader(side, side), pngChunk('IDAT', 'x'), pngChunk('IEND', ''));
const pngBegin = join(pngSignature, pngHeader(1200, 800));
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024);

export const bombs: readonly Bomb[] = [
  file('png-23000-square', () => bombPng(23_000), tooLarge),
  file('png-7000-square', () => bombPng(7_000), tooLarge),
  file('png-of-the-largest-size-taken', () => bombPng(6_040), null),
  file('png-65535-square-by-its-header', () => pngOf(65_535), tooLarge),
  file('png-of-two-billion', () => pngOf(0x7f_ff_ff_ff), tooLarge),
  file(
    'png-with-a-text-that-swells',
    () => withPngChunk(bombPng(64), pngChunk('zTXt', join('a\0\0', gzipSync(zeros(64))))),
    null,
  ),
  file(
    'png-with-a-profile-that-swells',
    () => withPngChunk(bombPng(64), pngChunk('iCCP', join('a\0\0', gzipSync(zeros(64))))),
    null,
  ),
  file('png-cut-short', () => bombPng(900).subarray(0, 80), broken),
  file('png-of-30-mb', () => join(bombPng(64), zeros(30)), tooLarge),
  file('gif-65535-square', () => gif(65_535, 65_535, 1), tooLarge),
  file('gif-of-100000-frames', () => gif(32, 32, 100_000), null),
  file('gif-without-a-frame', () => gif(600, 400), broken),
  file('webp-16384-square', () => webp(16_384, 16_384), tooLarge),
  file('jpeg-65500-square', () => jpeg(65_500, 65_500, join(oneByte, end)), tooLarge),
  file('jpeg-of-nothing-but-zeros', () => jpeg(1200, 800, zeros(20)), [...broken, 'picture-unavailable']),
  file('bmp-30000-square', () => bmpBy(30_000), tooLarge),
  file('bmp-of-negative-height', () => bmpBy(-0x7f_ff_ff_ff), [...tooLarge, ...broken]),
  file('icon-with-a-bomb', () => ico([{ sidePx: 0, contents: bombPng(23_000) }]), [...tooLarge, ...broken]),
  file('nothing', () => new Uint8Array(), [...broken, 'picture-unavailable']),
  file('svg-billion-laughs', billionLaughs, [...broken, 'picture-unavailable'], svg),
  file(
    'svg-a-billion-wide',
    () => svgText('<rect width="100%" height="100%"/>', 'width="1000000000" height="1000000000"'),
    null,
    svg,
  ),
  // The pixels that the page shows instead come out.
  unseen(file('svg-used-tenfold', usedTenfold, null, svg), () => bombPng(64)),
  unseen(file('svg-with-comments-that-never-end', endlessComments, null, svg), () => bombPng(64)),
  unseen(file('svg-nested-deep', nestedDeep, null, svg), () => bombPng(64)),
  file(
    'svg-of-30-mb',
    () => svgText(`<!--${' '.repeat(30e6)}--><rect width="9" height="9"/>`),
    tooLarge,
    svg,
  ),
  file('gzip-of-100-mb', () => gzipSync(zeros(100)), tooLarge, { 'Content-Encoding': 'gzip' }),
  file('gzip-of-100-mb-behind-a-png', () => gzipSync(Buffer.concat([pngBegin, zeros(100)])), tooLarge, {
    'Content-Encoding': 'gzip',
  }),
  endless('endless', zeros(1), 0),
  endless('endless-behind-a-png', pngBegin, 0),
  endless('endless-in-small-pieces', pngBegin, 20, Buffer.alloc(4096)),
  endless('one-byte-a-second', pngBegin, 1000, oneByte),
  { name: 'no-answer', says: ['picture-too-slow'], serve() {} },
];

/** The header of a BMP that would take gigabytes. */
function bmpBy(heightPx: number): Uint8Array {
  const file = Buffer.from(bmp(4, 4));
  file.writeInt32LE(Math.min(Math.abs(heightPx), 30_000), 18);
  file.writeInt32LE(heightPx, 22);
  return file;
}
