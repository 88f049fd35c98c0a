import { AppError } from '#shared/errors/app-error.ts';
import { ByteReader } from '#shared/images/headers/byte-reader.ts';
import type { StoredHeader } from '#shared/images/headers/stored-header.ts';

const firstChunkAt = 12;
const alphaFlag = 0x10;
const animationFlag = 0x02;
/** Browsers show WebP as stored, whatever its EXIF says (Chromium 156, Firefox 153). */
const asStored = { orientation: 1 } as const;

/** WebP: RFC 9649 (container, VP8L) and RFC 6386 section 9.1 (VP8). */
export function readWebpHeader(bytes: Uint8Array): StoredHeader {
  const reader = new ByteReader(bytes);
  const name = reader.latin1(firstChunkAt, 4);
  const dataAt = firstChunkAt + 8;
  if (name === 'VP8 ') return lossy(reader, dataAt);
  if (name === 'VP8L') return lossless(reader, dataAt);
  if (name === 'VP8X') return extended(reader, dataAt);
  throw new AppError('picture-unsupported', 'WebP begins with an unknown chunk');
}

function lossy(reader: ByteReader, at: number): StoredHeader {
  return {
    widthPx: reader.u16le(at + 6) & 0x3fff,
    heightPx: reader.u16le(at + 8) & 0x3fff,
    mayHaveAlpha: false,
    animated: false,
    lossless: false,
    ...asStored,
  };
}

function lossless(reader: ByteReader, at: number): StoredHeader {
  const packed = reader.u32le(at + 1);
  return {
    widthPx: (packed & 0x3fff) + 1,
    heightPx: ((packed >>> 14) & 0x3fff) + 1,
    mayHaveAlpha: ((packed >>> 28) & 1) === 1,
    animated: false,
    lossless: true,
    ...asStored,
  };
}

function extended(reader: ByteReader, at: number): StoredHeader {
  const flags = reader.u8(at);
  return {
    widthPx: reader.u24le(at + 4) + 1,
    heightPx: reader.u24le(at + 7) + 1,
    mayHaveAlpha: (flags & alphaFlag) !== 0,
    animated: (flags & animationFlag) !== 0,
    lossless: pixelChunk(reader) === 'VP8L',
    ...asStored,
  };
}

/** Name of the chunk that holds the still picture's pixels; `null` in animations. */
function pixelChunk(reader: ByteReader): string | null {
  let at = firstChunkAt;
  while (at + 8 <= reader.length) {
    const name = reader.latin1(at, 4);
    if (name === 'VP8 ' || name === 'VP8L') return name;
    const sizeBytes = reader.u32le(at + 4);
    at += 8 + sizeBytes + (sizeBytes % 2);
  }
  return null;
}
