import { AppError } from '#shared/errors/app-error.ts';
import { readAvifHeader } from '#shared/images/headers/avif.ts';
import { readBmpHeader } from '#shared/images/headers/bmp.ts';
import { readGifHeader } from '#shared/images/headers/gif.ts';
import { readIcoHeader } from '#shared/images/headers/ico.ts';
import { readJpegHeader } from '#shared/images/headers/jpeg.ts';
import { readPngHeader } from '#shared/images/headers/png.ts';
import type { StoredHeader } from '#shared/images/headers/stored-header.ts';
import { readWebpHeader } from '#shared/images/headers/webp.ts';
import { sniffMimeType } from '#shared/images/sniff.ts';

/** What is known of a picture before it is decoded. Sizes are upright: orientation is applied. */
export type PictureHeader = StoredHeader & { mimeType: string };

export type PictureLimits = { maxBytes: number; maxAreaPx: number; maxSidePx: number };

/** Decoded, 36 megapixels take 146 MB, and all of it stays below 200; a canvas ends at 16384 pixels a side. */
export const sourceLimits: PictureLimits = {
  maxBytes: 25 * 1024 * 1024,
  maxAreaPx: 36_500_000,
  maxSidePx: 16_384,
};

const parsers: Readonly<Record<string, (bytes: Uint8Array) => StoredHeader>> = {
  'image/png': readPngHeader,
  'image/jpeg': readJpegHeader,
  'image/gif': readGifHeader,
  'image/webp': readWebpHeader,
  'image/avif': readAvifHeader,
  'image/bmp': readBmpHeader,
  'image/x-icon': readIcoHeader,
};

/**
 * Reads what a picture's first bytes say of it, without decoding, so that a bomb is refused while it
 * is still small. Of animations the first frame is meant.
 * Raises `picture-empty`, `picture-not-a-picture`, `picture-too-large`, and `picture-unsupported` for a
 * kind that browsers' workers cannot decode (HEIC, TIFF, JPEG XL, SVG) and for damage.
 */
export function readPictureHeader(bytes: Uint8Array, limits: PictureLimits = sourceLimits): PictureHeader {
  if (bytes.length === 0) throw new AppError('picture-empty', 'the file has no bytes');
  const mimeType = sniffMimeType(bytes);
  if (mimeType === null) throw new AppError('picture-not-a-picture', 'no picture begins with these bytes');
  if (bytes.length > limits.maxBytes) {
    throw new AppError('picture-too-large', `${bytes.length} bytes, ${limits.maxBytes} allowed`);
  }
  const parse = parsers[mimeType];
  if (!parse) throw new AppError('picture-unsupported', `${mimeType} cannot be decoded here`);
  const header = upright(parse(bytes));
  assertSize(header, limits);
  return { mimeType, ...header };
}

/** Orientations 5 to 8 lay the picture on its side. */
function upright(header: StoredHeader): StoredHeader {
  if (header.orientation < 5) return header;
  return { ...header, widthPx: header.heightPx, heightPx: header.widthPx };
}

function assertSize({ widthPx, heightPx }: StoredHeader, limits: PictureLimits): void {
  const size = `${widthPx} x ${heightPx} px`;
  if (widthPx < 1 || heightPx < 1) throw new AppError('picture-unsupported', `the header says ${size}`);
  const isTooLarge = Math.max(widthPx, heightPx) > limits.maxSidePx || widthPx * heightPx > limits.maxAreaPx;
  if (isTooLarge) throw new AppError('picture-too-large', `${size}, ${limits.maxAreaPx} pixels allowed`);
}
