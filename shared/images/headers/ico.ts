import { AppError } from '#shared/errors/app-error.ts';
import { readDibHeader } from '#shared/images/headers/bmp.ts';
import { ByteReader } from '#shared/images/headers/byte-reader.ts';
import { readPngHeader } from '#shared/images/headers/png.ts';
import type { StoredHeader } from '#shared/images/headers/stored-header.ts';

const directoryAt = 6;
const entryBytes = 16;
const pngMark = 0x8950_4e47;

/**
 * ICO: the largest picture of the directory, which is the one browsers decode. Its own header is read,
 * since the directory has one byte a side and can lie.
 */
export function readIcoHeader(bytes: Uint8Array): StoredHeader {
  const reader = new ByteReader(bytes);
  const pictureAt = reader.u32le(largestEntry(reader) + 12);
  const picture =
    reader.u32be(pictureAt) === pngMark
      ? readPngHeader(bytes.subarray(pictureAt))
      : halved(readDibHeader(reader, pictureAt));
  return { ...picture, mayHaveAlpha: true };
}

function largestEntry(reader: ByteReader): number {
  let largest = { at: 0, areaPx: 0 };
  for (let i = 0; i < reader.u16le(4); i++) {
    const at = directoryAt + i * entryBytes;
    // 0 stands for 256.
    const areaPx = (reader.u8(at) || 256) * (reader.u8(at + 1) || 256);
    if (areaPx > largest.areaPx) largest = { at, areaPx };
  }
  if (largest.areaPx === 0) throw new AppError('picture-unsupported', 'ICO holds no picture');
  return largest.at;
}

/** A bitmap in an icon counts its transparency mask as further rows. */
function halved(dib: StoredHeader): StoredHeader {
  return { ...dib, heightPx: Math.floor(dib.heightPx / 2) };
}
