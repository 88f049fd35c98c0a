import { stripJpeg } from '#shared/images/strip-jpeg.ts';
import { stripPng } from '#shared/images/strip-png.ts';
import type { Bytes } from '#shared/ports.ts';

/**
 * The same pixels without anything that tells of a person or place: EXIF, GPS, XMP, IPTC, comments,
 * maker notes, thumbnails, further frames, bytes after the end. Colour profiles stay.
 * Orientation goes too, so only an upright picture looks the same afterwards.
 * Answers `null` where only a re-encode can do it: other kinds, and files without an end.
 */
export function stripMetadata(bytes: Bytes, mimeType: string): Bytes | null {
  if (mimeType === 'image/jpeg') return stripJpeg(bytes);
  if (mimeType === 'image/png') return stripPng(bytes);
  return null;
}
