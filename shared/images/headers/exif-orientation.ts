import { ByteReader } from '#shared/images/headers/byte-reader.ts';
import type { Orientation } from '#shared/images/headers/stored-header.ts';

const orientationTag = 0x0112;
const shortType = 3;
const entryBytes = 12;

/**
 * Orientation out of an EXIF block (a TIFF file: EXIF 2.32, 4.6.4 A), without its `Exif\0\0` prefix.
 * Answers 1 when there is none or the block is damaged, as browsers do.
 */
export function exifOrientation(tiff: Uint8Array): Orientation {
  if (tiff.length < 14) return 1;
  const reader = new ByteReader(tiff);
  const mark = reader.latin1(0, 2);
  if (mark !== 'II' && mark !== 'MM') return 1;
  const u16 = (at: number) => (mark === 'II' ? reader.u16le(at) : reader.u16be(at));
  const directoryAt = mark === 'II' ? reader.u32le(4) : reader.u32be(4);
  if (directoryAt + 2 > tiff.length) return 1;
  const firstAt = directoryAt + 2;
  const fitting = Math.floor((tiff.length - firstAt) / entryBytes);
  const count = Math.min(u16(directoryAt), fitting);
  for (let at = firstAt; at < firstAt + count * entryBytes; at += entryBytes) {
    if (u16(at) === orientationTag && u16(at + 2) === shortType) return toOrientation(u16(at + 8));
  }
  return 1;
}

function toOrientation(value: number): Orientation {
  return value >= 1 && value <= 8 ? (value as Orientation) : 1;
}
