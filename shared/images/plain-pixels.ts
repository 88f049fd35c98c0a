import { isStartOfFrame, jpegMarkers, jpegSegments } from '#shared/images/headers/jpeg-segments.ts';
import { pngChunks } from '#shared/images/headers/png-chunks.ts';
import { hasText, latin1 } from '#shared/images/latin1.ts';

const bitsPerSample = 8;
const colourComponents = 3;
/** 45455, which is 1/2.2 in PNG's hundred-thousandths and stands for sRGB. */
const srgbGamma = '\0\0\xb1\x8f';
/** Profiles write their name in ASCII or UTF-16, near their beginning. */
const srgbName = /s\0?R\0?G\0?B/;
const lookedAtProfileBytes = 4096;
const maxPngProfileNameBytes = 79;

/**
 * Whether the stored numbers mean the same to every reader: 8 bits, RGB or grey, in sRGB. Engines take
 * numbers as they are, so a picture in Display P3, CMYK or 16 bits has to be re-encoded to keep its colours.
 */
export function hasPlainPixels(bytes: Uint8Array, mimeType: string): boolean {
  if (mimeType === 'image/jpeg') return isPlainJpeg(bytes);
  return mimeType === 'image/png' && isPlainPng(bytes);
}

function isPlainJpeg(bytes: Uint8Array): boolean {
  for (const { marker, dataStart, end } of jpegSegments(bytes)) {
    if (marker === jpegMarkers.startOfScan) break;
    const data = bytes.subarray(dataStart, end);
    if (isStartOfFrame(marker) && !isPlainFrame(data)) return false;
    if (marker === jpegMarkers.app2 && isForeignProfile(data)) return false;
  }
  return true;
}

function isPlainFrame(frame: Uint8Array): boolean {
  return frame[0] === bitsPerSample && (frame[5] ?? 0) <= colourComponents;
}

function isForeignProfile(segment: Uint8Array): boolean {
  return hasText(segment, 0, 'ICC_PROFILE\0') && !srgbName.test(latin1(segment, 0, lookedAtProfileBytes));
}

function isPlainPng(bytes: Uint8Array): boolean {
  for (const { name, dataStart } of pngChunks(bytes)) {
    if (name === 'IDAT') break;
    if (name === 'IHDR' && (bytes[dataStart + 8] ?? 0) > bitsPerSample) return false;
    if (name === 'cICP') return false;
    if (name === 'gAMA' && !hasText(bytes, dataStart, srgbGamma)) return false;
    if (name === 'iCCP' && !srgbName.test(latin1(bytes, dataStart, maxPngProfileNameBytes))) return false;
  }
  return true;
}
