import { AppError } from '#shared/errors/app-error.ts';
import { ByteReader } from '#shared/images/headers/byte-reader.ts';
import type { StoredHeader } from '#shared/images/headers/stored-header.ts';
import { joinBytes } from '#shared/images/join-bytes.ts';
import type { Bytes } from '#shared/ports.ts';

const extensionMark = 0x21;
const imageMark = 0x2c;
const graphicControl = 0xf9;
const afterScreen = 13;

const trailer = 0x3b;

/**
 * The same GIF with its first frame alone. Decoders take account of every frame, and a small file can hold
 * a hundred thousand. Raises `picture-unsupported` for one without a frame.
 */
export function stillGif(bytes: Bytes): Bytes {
  const reader = new ByteReader(bytes);
  const end = endOfImage(reader, firstFrame(reader).at);
  return joinBytes([bytes.subarray(0, end), Uint8Array.of(trailer)]);
}

type FirstFrame = { at: number; hasTransparentColour: boolean };

/**
 * GIF: CompuServe GIF89a, sections 18 to 23. Browsers grow the screen to the first frame and leave
 * what that frame does not cover transparent.
 */
export function readGifHeader(bytes: Uint8Array): StoredHeader {
  const reader = new ByteReader(bytes);
  const frame = firstFrame(reader);
  const left = reader.u16le(frame.at + 1);
  const top = reader.u16le(frame.at + 3);
  const frameWidth = reader.u16le(frame.at + 5);
  const frameHeight = reader.u16le(frame.at + 7);
  const widthPx = Math.max(reader.u16le(6), left + frameWidth);
  const heightPx = Math.max(reader.u16le(8), top + frameHeight);
  return {
    widthPx,
    heightPx,
    orientation: 1,
    mayHaveAlpha: frame.hasTransparentColour || frameWidth < widthPx || frameHeight < heightPx,
    animated: hasFrameAfter(reader, endOfImage(reader, frame.at)),
    lossless: true,
  };
}

function firstFrame(reader: ByteReader): FirstFrame {
  let at = afterScreen + colourTableBytes(reader.u8(10));
  let hasTransparentColour = false;
  while (reader.u8(at) === extensionMark) {
    if (reader.u8(at + 1) === graphicControl) hasTransparentColour = (reader.u8(at + 3) & 1) === 1;
    at = endOfSubBlocks(reader, at + 2);
  }
  if (reader.u8(at) !== imageMark) throw new AppError('picture-unsupported', 'GIF holds no frame');
  return { at, hasTransparentColour };
}

function hasFrameAfter(reader: ByteReader, start: number): boolean {
  let at = start;
  while (at + 1 < reader.length && reader.u8(at) === extensionMark) at = endOfSubBlocks(reader, at + 2);
  return at < reader.length && reader.u8(at) === imageMark;
}

function endOfImage(reader: ByteReader, imageAt: number): number {
  const dataAt = imageAt + 10 + colourTableBytes(reader.u8(imageAt + 9));
  return endOfSubBlocks(reader, dataAt + 1);
}

/** Size of the colour table that a packed field announces; 0 without its top bit. */
function colourTableBytes(packed: number): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

function endOfSubBlocks(reader: ByteReader, start: number): number {
  let at = start;
  while (reader.u8(at) !== 0) at += 1 + reader.u8(at);
  return at + 1;
}
