import { ByteReader } from '#shared/images/headers/byte-reader.ts';
import type { StoredHeader } from '#shared/images/headers/stored-header.ts';

const fileHeaderBytes = 14;
const coreHeaderBytes = 12;

/** BMP: Microsoft's BITMAPFILEHEADER followed by one of the DIB headers. */
export function readBmpHeader(bytes: Uint8Array): StoredHeader {
  return readDibHeader(new ByteReader(bytes), fileHeaderBytes);
}

/** The DIB header at `at`, as found in BMP files and, with double height, in icons. */
export function readDibHeader(reader: ByteReader, at: number): StoredHeader {
  const asStored = { orientation: 1, animated: false, lossless: true } as const;
  if (reader.u32le(at) === coreHeaderBytes) {
    return {
      widthPx: reader.u16le(at + 4),
      heightPx: reader.u16le(at + 6),
      mayHaveAlpha: false,
      ...asStored,
    };
  }
  const bitsPerPixel = reader.u16le(at + 14);
  const isPlain = reader.u32le(at + 16) === 0 && bitsPerPixel <= 24;
  return {
    widthPx: Math.abs(reader.i32le(at + 4)),
    // Negative when the rows run from the top.
    heightPx: Math.abs(reader.i32le(at + 8)),
    // Channel masks can name an alpha channel, and run lengths can leave pixels out.
    mayHaveAlpha: !isPlain,
    ...asStored,
  };
}
