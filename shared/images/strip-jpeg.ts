import { type JpegSegment, jpegMarkers, jpegSegments } from '#shared/images/headers/jpeg-segments.ts';
import { joinBytes } from '#shared/images/join-bytes.ts';
import { hasText } from '#shared/images/latin1.ts';
import type { Bytes } from '#shared/ports.ts';

const jfifBytes = 18;

/** Everything but what the pixels need; `null` without an end mark. */
export function stripJpeg(bytes: Bytes): Bytes | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  for (const segment of jpegSegments(bytes)) {
    if (isNeeded(bytes, segment)) kept.push(...piecesOf(bytes, segment));
    if (segment.marker === jpegMarkers.endOfImage) return joinBytes(kept);
  }
  return null;
}

function isNeeded(bytes: Uint8Array, { marker, dataStart, end }: JpegSegment): boolean {
  if (marker === jpegMarkers.comment) return false;
  if (marker < jpegMarkers.app0 || marker > jpegMarkers.app15) return true;
  const begins = (text: string) => dataStart + text.length <= end && hasText(bytes, dataStart, text);
  if (marker === jpegMarkers.app0) return begins('JFIF\0');
  if (marker === jpegMarkers.app2) return begins('ICC_PROFILE\0');
  return marker === jpegMarkers.app14 && begins('Adobe');
}

/** A JFIF header may carry a thumbnail of what was cropped away: only its fixed part goes on. */
function piecesOf(bytes: Uint8Array, { marker, start, end }: JpegSegment): Uint8Array[] {
  if (marker !== jpegMarkers.app0 || end - start <= jfifBytes) return [bytes.subarray(start, end)];
  const withoutThumbnail = bytes.slice(start, start + jfifBytes);
  withoutThumbnail.set([0, jfifBytes - 2], 2);
  withoutThumbnail.set([0, 0], jfifBytes - 2);
  return [withoutThumbnail];
}
